// Where Tasklist begins, and where one goes after a task is done: on in the queue that one came from, never to a task that is gone.
import { read } from '/orders/assets/order.js';
import { lang, onChange } from '/orders/assets/webapp.js';

const say = (en, zh) => (lang === 'zh' ? zh : en);
const WAYS = 'desk-table';
const DONE = 'desk-done';
const kept = (key, otherwise) => {
  try {
    return JSON.parse(sessionStorage.getItem(key)) || otherwise;
  } catch {
    return otherwise;
  }
};
const asked = () => new URLSearchParams(location.hash.split('?')[1] || '');
const address = search => `${location.pathname}${location.search}#/?${search}`;

// Milliseconds that the first screen may wait for the counts.
const PATIENCE = 3000;

/** The first queue with work, or that of the table that one comes from, unless the address names one. Asked before Tasklist starts, which would open the first of all. */
export const begin = async () => {
  const counted = read('/tasks/queues').then(queues => { handling = queues.handling; return queues; });
  counted.catch(() => {});
  const ways = kept(WAYS, { ids: [] });
  const task = asked().get('task');
  if (location.hash.startsWith('#/login') || asked().get('filter') || (task && !ways.ids.includes(task))) return;
  try {
    const [queues, answer] = await Promise.race([new Promise((_, late) => { setTimeout(late, PATIENCE); }), Promise.all([counted,
      fetch('/camunda/api/engine/engine/default/filter?resourceType=Task&maxResults=100&firstResult=0', { headers: { Accept: 'application/json' } })])]);
    const busy = task ? { key: ways.queue } : queues.items.find(queue => queue.open > 0);
    const filter = busy && (await answer.json()).find(({ properties }) => properties.queue === busy.key);
    if (filter) history.replaceState(null, '', address(new URLSearchParams({ filter: filter.id, ...(task && { task }) })));
  } catch {
    // Tasklist begins as it does anywhere.
  }
};

/** Back to a task that is done is back to the queue. Angular listens after us. */
addEventListener('popstate', () => {
  const search = asked();
  if (!kept(DONE, []).includes(search.get('task'))) return;
  search.delete('task');
  search.delete('detailsTab');
  history.replaceState(null, '', address(search));
  document.dispatchEvent(new CustomEvent('desk-said', { detail: say('That task is done.', '该任务已办理。') }));
});

const next = (ways, id) => {
  const done = kept(DONE, []);
  const at = ways.ids.indexOf(id);
  return [...ways.ids.slice(at + 1), ...ways.ids.slice(0, Math.max(at, 0))].filter(other => !done.includes(other));
};
const show = id => {
  const search = asked();
  search.set('task', id);
  search.delete('detailsTab');
  location.hash = `#/?${search}`;
};
/** The next of the table that is still open; the table itself if none is. */
const goOn = async (ways, id) => {
  for (const other of next(ways, id)) {
    try {
      await read(`/tasks/${encodeURIComponent(other)}`);
      show(other);
      return;
    } catch (problem) {
      if (problem.status !== 404) return;
      sessionStorage.setItem(DONE, JSON.stringify([...kept(DONE, []), other]));
    }
  }
  location.assign(ways.address);
};
document.addEventListener('desk-completed', ({ detail: id }) => {
  sessionStorage.setItem(DONE, JSON.stringify([...kept(DONE, []).slice(-500), id]));
  const ways = kept(WAYS, null);
  // Tasklist first takes the task away.
  if (ways && ways.ids.includes(id)) setTimeout(() => goOn(ways, id), 800);
});

/** Above a task that was opened from a table: the way back, and to the next. */
const strip = () => {
  const ways = kept(WAYS, null);
  const task = asked().get('task');
  const pane = document.querySelector('[cam-tasklist-task] .task-card');
  const old = document.querySelector('.desk-way');
  if (!ways || !pane || !ways.ids.includes(task)) {
    if (old) old.remove();
    return;
  }
  if (old && old.dataset.task === task && old.nextSibling === pane) return;
  if (old) old.remove();
  const way = document.createElement('p');
  way.className = 'desk-way';
  way.dataset.task = task;
  const back = document.createElement('a');
  back.href = ways.address;
  back.target = '_self';
  back.textContent = `← ${ways.name}`;
  const on = document.createElement('button');
  on.type = 'button';
  on.className = 'btn-link';
  on.textContent = say('Next ›', '下一项 ›');
  on.addEventListener('click', () => goOn(ways, task));
  way.append(back, ` ${ways.ids.indexOf(task) + 1} / ${ways.ids.length} `, on);
  pane.before(way);
};

/** Cards: what is over has a red edge, what is urgent says so. */
let handling = null;
const words = number => {
  if (number >= handling.escalated) return [say('escalated', '已升级'), 'bad'];
  const step = handling.priorities.find(({ priority }) => number >= priority);
  return step ? [`≥ ${step.from.toLocaleString('en')} USD`, 'warn'] : ['', ''];
};
const cards = () => document.querySelectorAll('.tasks-list li.task').forEach(card => {
  card.classList.toggle('late', Boolean(card.querySelector('.due-date.overdue')));
  const priority = card.querySelector('.priority');
  const number = priority && priority.firstChild && priority.textContent.trim();
  if (!handling || !/^\d+$/.test(number || '')) return;
  const [text, level] = words(Number(number));
  priority.firstChild.data = text;
  priority.dataset.level = level;
});

const bar = () => {
  const menu = document.querySelector('ul[ng-controller="camHeaderViewsCtrl"]');
  if (!menu || menu.querySelector('.desk-table-link')) return;
  const item = document.createElement('li');
  item.className = 'desk-table-link';
  const link = document.createElement('a');
  link.href = '/tasks';
  link.target = '_self';
  link.textContent = say('Task table', '任务表');
  item.append(link);
  menu.prepend(item);
};
onChange(() => {
  strip();
  cards();
  bar();
});
