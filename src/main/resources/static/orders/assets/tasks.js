// The queues of a desk as tables: find, sort, select, act, by mouse and by keyboard.
import { bulk } from './tasks-bulk.js';
import { handle } from './tasks-keys.js';
import { rowMaker } from './tasks-row.js';
import { team } from './tasks-team.js';
import { clockAt, el } from './parts.js';
import { read } from './order.js';
import { words } from './words.js';
import { taskWords } from './words-tasks.js';

const main = document.querySelector('main');
const lang = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
const { t: shared, half } = words(lang);
const t = taskWords(lang, shared);
const clock = clockAt(main.dataset.now, main.dataset.running === 'true');
const me = main.dataset.account;
const PAGE = 50;
const MOST = 200;
const WAYS = 'desk-table';

const view = { queues: [], queue: null, sort: '', q: '', holder: '', free: false, rows: [], next: null, at: 0, anchor: 0, chosen: new Set(), reasons: new Map(), asking: 0 };
const maker = rowMaker({ lang, t, half, clock, me });
const mixed = () => view.queue.mixed;

const button = (label, act, name = 'plain') => {
  const node = el('button', name, label);
  node.type = 'button';
  node.addEventListener('click', act);
  return node;
};

// What is always there.
const picker = el('select', '');
picker.id = 'queue';
const filter = el('input', '');
Object.assign(filter, { type: 'search', placeholder: t('filter'), maxLength: 100 });
filter.setAttribute('aria-label', t('filter'));
const free = el('input', '');
free.type = 'checkbox';
const holderChip = button('', () => go({ holder: '' }), 'chip strong');
const status = el('span', 'note');
status.setAttribute('role', 'status');
const counted = el('span', 'note');
const table = el('table', 'tasks');
table.setAttribute('role', 'grid');
table.setAttribute('aria-multiselectable', 'true');
const more = button(t('more'), () => load(true));
const sheet = el('div', 'sheet', table, more);
const acts = bulk({ view, t, half, lang, me, status, chosen: () => chosenRows(), refresh: (done, failed) => settle(done, failed), tell: text => { status.textContent = text; } });
const tools = el('div', 'tools', el('label', '', `${t('queue')} `, picker), filter, el('label', '', free, ` ${t('free')}`), holderChip, counted,
  el('span', 'gap'), button(t('next'), () => claimNext()), button(t('team'), () => people.toggle()), el('a', 'plain', t('queues')));
tools.lastChild.href = '/camunda/app/tasklist/default/';
const chosenNote = el('span', 'note');
const whole = button(t('wholeQueue'), () => chooseAll());
const forChosen = [button(t('claim'), () => acts.claim()), button(t('hand'), () => acts.hand()), button(t('complete'), () => acts.complete())];
const doing = el('div', 'tools doing', chosenNote, forChosen, whole, button(t('clear'), () => choose([])), status);
const title = el('h1', 'unseen', t('title'));
const help = el('p', 'note help', `${t('help')} · ${t('zone')}`);
const people = team({ t, half, me, lang, clock, go: change => go(change), hand: rows => acts.hand(rows), load: loadAll });
main.classList.add('task-table');
main.append(title, tools, doing, sheet, people.node, help);

const chosenRows = () => (view.chosen.size ? view.rows.filter(task => view.chosen.has(task.taskId)) : view.rows.slice(view.at, view.at + 1));
const query = (limit, cursor) => {
  const asked = new URLSearchParams({ queue: view.queue.key, limit });
  if (view.sort) asked.set('sort', view.sort);
  if (view.q) asked.set('q', view.q);
  if (view.holder) asked.set('holder', view.holder);
  if (view.free) asked.set('unassigned', 'true');
  if (cursor) asked.set('cursor', cursor);
  return `/tasks?${asked}`;
};
const address = () => {
  const asked = new URLSearchParams();
  for (const [name, value] of [['queue', view.queue && view.queue.key], ['sort', view.sort], ['q', view.q], ['holder', view.holder], ['unassigned', view.free && 'true']]) {
    if (value) asked.set(name, value);
  }
  return `/tasks?${asked}`;
};

const tally = () => {
  const { queue, rows, next } = view;
  const narrowed = view.q || view.holder || view.free;
  counted.textContent = narrowed ? t(next ? 'foundMore' : 'found', rows.length) : t('shown', rows.length, Math.max(queue.open, rows.length));
  chosenNote.textContent = t('selected', view.chosen.size);
  forChosen.forEach(act => { act.disabled = view.rows.length === 0 || acts.busy(); });
  whole.hidden = rows.length === 0 || (view.chosen.size === rows.length && !next);
  more.hidden = !next;
  holderChip.hidden = !view.holder;
  holderChip.textContent = t('holderChip', view.holder);
};

const rowOf = id => table.querySelector(`tr[data-task="${CSS.escape(id)}"]`);
const mark = () => {
  view.rows.forEach(task => {
    const tr = rowOf(task.taskId);
    const chosen = view.chosen.has(task.taskId);
    tr.setAttribute('aria-selected', String(chosen));
    tr.querySelector('input').checked = chosen;
  });
  const all = table.querySelector('thead input');
  if (all) {
    all.checked = view.rows.length > 0 && view.chosen.size === view.rows.length;
    all.indeterminate = view.chosen.size > 0 && !all.checked;
  }
  tally();
};
const choose = ids => {
  view.chosen = new Set(ids);
  mark();
};
const stand = (index, focus = true) => {
  const before = table.querySelector('tbody tr[tabindex="0"]');
  if (before) before.tabIndex = -1;
  if (view.rows.length === 0) return;
  view.at = Math.max(0, Math.min(index, view.rows.length - 1));
  const tr = rowOf(view.rows[view.at].taskId);
  tr.tabIndex = 0;
  if (focus) {
    tr.focus({ preventScroll: true });
    tr.scrollIntoView({ block: 'nearest' });
  }
  if (view.next && view.at > view.rows.length - 10) load(true);
};

const head = () => {
  const all = el('input', '');
  all.type = 'checkbox';
  all.setAttribute('aria-label', t('selectAll'));
  all.addEventListener('change', () => choose(all.checked ? view.rows.map(task => task.taskId) : []));
  const usual = view.sort || view.queue.sort;
  const cells = maker.heads(view.queue, mixed()).map(([key, text, by, name]) => {
    const th = el('th', name);
    th.scope = 'col';
    th.dataset.column = key;
    if (by) {
      const sorted = usual.replace('-', '') === by;
      const down = usual.startsWith('-');
      if (sorted) th.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      th.append(button(`${text}${sorted ? (down ? ' ▾' : ' ▴') : ''}`, () => go({ sort: sorted && !down ? `-${by}` : sorted || by !== 'amount' ? by : '-amount' }), 'sort'));
    } else th.append(text);
    return th;
  });
  return el('thead', '', el('tr', '', el('th', 'pick', all), cells));
};
const wide = (name, text, columns) => {
  const td = el('td', name === 'empty' ? 'note' : '', text);
  td.colSpan = columns;
  return el('tr', name, td);
};
const draw = () => {
  const both = mixed();
  const columns = maker.heads(view.queue, both).length + 1;
  const body = el('tbody', '', view.rows.flatMap(task => {
    const tr = maker.row(task, view.queue, both, view.chosen.has(task.taskId));
    return view.reasons.has(task.taskId) ? [tr, wide('reason', view.reasons.get(task.taskId), columns)] : [tr];
  }));
  if (view.rows.length === 0) body.append(wide('empty', t(view.q || view.holder || view.free ? 'none' : 'nothing'), columns));
  const focused = table.contains(document.activeElement) && document.activeElement.matches('tbody tr');
  table.replaceChildren(head(), body);
  table.classList.toggle('mixed', both);
  mark();
  stand(view.at, focused);
};

const drawQueues = () => {
  picker.replaceChildren(...view.queues.map(queue => {
    const option = el('option', '', t(queue.overdue ? 'late' : 'waiting', queue.name[lang], queue.open, queue.overdue));
    option.value = queue.key;
    option.selected = view.queue && queue.key === view.queue.key;
    return option;
  }));
};

async function loadAll(change) {
  const asked = { ...view };
  Object.assign(view, change);
  const items = [];
  for (let cursor = ''; cursor !== null;) {
    const page = await read(query(MOST, cursor));
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  if (change) Object.assign(view, { queue: asked.queue, sort: asked.sort, q: asked.q, holder: asked.holder, free: asked.free });
  return items;
}
async function load(onwards = false) {
  const mine = ++view.asking;
  if (!onwards) table.setAttribute('aria-busy', 'true');
  try {
    const page = await read(query(onwards ? MOST : PAGE, onwards ? view.next : ''));
    if (mine !== view.asking) return;
    view.rows = onwards ? [...view.rows, ...page.items] : page.items;
    view.next = page.nextCursor;
    const here = new Set(view.rows.map(task => task.taskId));
    view.chosen = new Set([...view.chosen].filter(id => here.has(id)));
    draw();
  } catch {
    if (mine === view.asking) status.textContent = t('failed');
  } finally {
    if (mine === view.asking) table.removeAttribute('aria-busy');
  }
}
async function chooseAll() {
  if (view.next) {
    view.rows = await loadAll();
    view.next = null;
    draw();
  }
  choose(view.rows.map(task => task.taskId));
}
async function count() {
  view.queues = (await read('/tasks/queues')).items;
  if (view.queue) view.queue = view.queues.find(queue => queue.key === view.queue.key) || view.queue;
  drawQueues();
}
async function go(change, keep = false) {
  Object.assign(view, { at: 0, anchor: 0, next: null, chosen: new Set(), reasons: new Map() }, change);
  status.textContent = '';
  filter.value = view.q;
  free.checked = view.free;
  drawQueues();
  if (!keep) history.replaceState(null, '', address());
  await load();
}

/** After a bulk: what is done goes, what failed stays selected and says why. */
async function settle(done, failed) {
  await count();
  view.reasons = failed;
  view.next = null;
  await load();
  const lost = [...failed.keys()].filter(id => !view.rows.some(task => task.taskId === id));
  if (lost.length && view.next) {
    view.rows = await loadAll();
    view.next = null;
  }
  view.chosen = new Set(view.rows.map(task => task.taskId).filter(id => failed.has(id)));
  draw();
}

async function claimNext() {
  const claimed = await acts.next(query);
  await count();
  await load();
  if (claimed) {
    const index = view.rows.findIndex(task => task.taskId === claimed.taskId);
    if (index >= 0) stand(index);
  }
}

const open = task => {
  sessionStorage.setItem(WAYS, JSON.stringify({ address: address(), queue: view.queue.key, name: view.queue.name[lang], ids: view.rows.map(row => row.taskId) }));
  location.href = `/tasks/${task.taskId}`;
};

const toggle = index => {
  const id = view.rows[index].taskId;
  view.anchor = index;
  if (!view.chosen.delete(id)) view.chosen.add(id);
  mark();
};
const span = to => {
  const [first, last] = [Math.min(view.anchor, to), Math.max(view.anchor, to)];
  choose(view.rows.slice(first, last + 1).map(task => task.taskId));
};
handle(table, {
  view, stand, toggle, span, chooseAll, open,
  keys: { c: () => acts.claim(), h: () => acts.hand(), d: () => acts.complete(), n: () => claimNext(), f: () => filter.focus(), Escape: () => choose([]) },
});
picker.addEventListener('change', () => go({ queue: view.queues.find(queue => queue.key === picker.value), sort: '', q: '', free: false }));
free.addEventListener('change', () => go({ free: free.checked }));
let typing = 0;
filter.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => go({ q: filter.value.trim() }), 250);
});
filter.addEventListener('keydown', event => {
  if (event.key === 'ArrowDown') {
    event.preventDefault();
    stand(view.at);
  }
});
addEventListener('beforeunload', event => { if (acts.busy()) event.preventDefault(); });

const begin = async () => {
  status.textContent = t('loading');
  try {
    await count();
    const asked = new URLSearchParams(location.search);
    const queue = view.queues.find(known => known.key === asked.get('queue')) || view.queues.find(known => known.open > 0) || view.queues[0];
    await go({ queue, sort: asked.get('sort') || '', q: asked.get('q') || '', holder: asked.get('holder') || '', free: asked.get('unassigned') === 'true' });
    stand(0);
  } catch {
    status.textContent = t('failed');
  }
};
begin();
setInterval(() => { if (!document.hidden && !acts.busy()) count().then(tally, () => {}); }, 30000);
