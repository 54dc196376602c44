// Who has how much, for how long; who is away and who stands in.
import { ask } from './tasks-bulk.js';
import { change } from './engine.js';
import { el } from './parts.js';
import { read } from './order.js';

export const team = ({ t, half, me, lang, clock, go, hand, load }) => {
  const node = el('section', 'team');
  node.hidden = true;
  const note = el('p', 'note');
  note.setAttribute('role', 'status');
  const button = (label, act) => {
    const b = el('button', 'plain', label);
    b.type = 'button';
    b.addEventListener('click', act);
    return b;
  };
  const days = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
  const day = date => days.format(new Date(`${date}T00:00:00Z`));
  const oldest = instant => (instant ? t('days', Math.max(0, Math.floor((clock.now() - new Date(instant)) / 86400000))) : '');
  const close = () => { node.hidden = true; };

  const away = async (person, members) => {
    const field = (label, input) => el('div', 'field', el('label', '', label, input));
    const from = el('input', '');
    const until = el('input', '');
    for (const input of [from, until]) {
      input.type = 'date';
      input.value = new Date(clock.now().getTime() + 8 * 3600000).toISOString().slice(0, 10);
    }
    const deputy = el('select', '', members.filter(one => one.login !== person.login && one.member).map(one => {
      const option = el('option', '', half(one.name));
      option.value = one.login;
      return option;
    }));
    const wrong = el('p', 'wrong');
    wrong.setAttribute('role', 'alert');
    const check = () => {
      wrong.textContent = from.value && until.value && deputy.value ? '' : t('required');
      return wrong.textContent === '';
    };
    if (!await ask(t('awayTitle', half(person.name)), [field(t('from'), from), field(t('until'), until), field(t('deputyLabel'), deputy), wrong],
      { go: t('save'), cancel: t('cancel') }, check)) return;
    await tell(() => change('POST', '/tasks/absences', { login: person.login, from: from.value, until: until.value, deputy: deputy.value }));
  };
  const tell = async act => {
    try {
      await act();
      note.textContent = '';
    } catch (problem) {
      note.textContent = problem.message || t('failed');
    }
    await draw();
  };

  const row = (person, desk) => {
    const { absence } = person;
    const own = person.login === me;
    const acts = [];
    if (person.open) acts.push(button(t('showTasks'), () => { close(); go({ ...desk.all, holder: person.login, q: '', free: false, sort: '' }); }));
    if (person.open && (own || desk.leads)) acts.push(button(t('handAll'), async () => hand(await load({ ...desk.all, holder: person.login, q: '', free: false }))));
    if (person.member && (own || desk.leads)) {
      acts.push(absence ? button(t('endAway'), () => tell(() => change('DELETE', `/tasks/absences/${encodeURIComponent(person.login)}`))) : button(t('setAway'), () => away(person, desk.members)));
    }
    const leave = absence ? [el('span', absence.now ? 'chip warn' : 'chip', `${t('from')} ${day(absence.from)} ${t('until')} ${day(absence.until)}`), ` ${t('standIn', half(absence.deputy.name))}`] : '';
    const number = (value, bad) => el('td', 'number', value ? el('span', bad ? 'chip bad' : '', String(value)) : '0');
    const name = el('th', '', half(person.name));
    name.scope = 'row';
    return el('tr', '', name, number(person.open), number(person.overdue, true), el('td', 'number', oldest(person.oldestAt)), el('td', '', leave), el('td', 'acts', acts));
  };
  const deskTable = desk => {
    const heads = ['person', 'openTasks', 'overdue', 'oldest', 'absence'].map((key, i) => {
      const th = el('th', i > 0 && i < 4 ? 'number' : '', t(key));
      th.scope = 'col';
      return th;
    });
    const free = el('th', '', t('nobodyYet'));
    free.scope = 'row';
    const show = button(t('showTasks'), () => { close(); go({ ...desk.all, holder: '', q: '', free: true, sort: '' }); });
    return [el('h2', '', half(`${desk.name.zh} / ${desk.name.en}`)), el('table', '', el('thead', '', el('tr', '', heads, el('td', ''))),
      el('tbody', '', el('tr', '', free, el('td', 'number', String(desk.unassigned)), el('td', 'number', desk.unassignedOverdue ? el('span', 'chip bad', String(desk.unassignedOverdue)) : '0'),
        el('td', 'number', oldest(desk.oldestAt)), el('td', ''), el('td', 'acts', desk.unassigned ? show : '')), desk.members.map(person => row(person, desk))))];
  };
  const draw = async () => {
    const [{ items }, queues] = await Promise.all([read('/tasks/team'), read('/tasks/queues')]);
    const all = { queue: queues.items.find(queue => queue.key === 'desks') || queues.items[0] };
    node.replaceChildren(el('div', 'tools', el('h2', '', t('teamTitle')), el('span', 'gap'), button(t('back'), close)), note, ...items.flatMap(desk => deskTable({ ...desk, all })));
  };
  const toggle = async () => {
    node.hidden = !node.hidden;
    if (!node.hidden) await draw().catch(() => { note.textContent = t('failed'); });
  };
  return { node, toggle };
};
