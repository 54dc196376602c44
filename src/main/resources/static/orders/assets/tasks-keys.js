// How the table of tasks is worked by keyboard and mouse. Its keys count while a row has the focus, nowhere else.
const SCREEN = 15;

/** @param {{view: object, stand: function, toggle: function, span: function, chooseAll: function, open: function, keys: object}} acts */
export const handle = (table, { view, stand, toggle, span, chooseAll, open, keys }) => {
  const all = {
    ArrowDown: () => stand(view.at + 1), ArrowUp: () => stand(view.at - 1), j: () => stand(view.at + 1), k: () => stand(view.at - 1), Home: () => stand(0), End: () => stand(view.rows.length - 1),
    PageDown: () => stand(view.at + SCREEN), PageUp: () => stand(view.at - SCREEN), Enter: () => open(view.rows[view.at]), ' ': () => toggle(view.at), ...keys,
  };
  const extend = key => {
    if (view.chosen.size === 0) view.anchor = view.at;
    stand(view.at + (key === 'ArrowDown' ? 1 : -1));
    span(view.at);
  };
  const actOf = event => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey) return key === 'a' ? chooseAll : null;
    if (event.altKey || event.target.matches('a, button')) return null;
    if (event.shiftKey && ['ArrowDown', 'ArrowUp'].includes(key)) return () => extend(key);
    return all[key.length === 1 ? key.toLowerCase() : key];
  };
  table.addEventListener('keydown', event => {
    if (!event.target.closest('tbody') || view.rows.length === 0) return;
    const act = actOf(event);
    if (!act) return;
    event.preventDefault();
    act();
  });

  const rowAt = target => {
    const tr = target.closest('tbody tr[data-task]');
    return tr && !target.closest('a') ? view.rows.findIndex(task => task.taskId === tr.dataset.task) : -1;
  };
  table.addEventListener('click', event => {
    const index = rowAt(event.target);
    if (index < 0) return;
    stand(index);
    if (event.shiftKey) span(index);
    else if (event.target.closest('.pick')) {
      event.preventDefault();
      // The box follows what is selected, once the browser has done with the click.
      setTimeout(() => toggle(index));
    } else view.anchor = index;
  });
  table.addEventListener('dblclick', event => {
    const index = rowAt(event.target);
    if (index >= 0 && !event.target.closest('.pick')) open(view.rows[index]);
  });
};
