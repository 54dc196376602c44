// The list of orders: what is asked for stands in the address, so that a list can be sent to a colleague and the way back leads to it.
import { read } from './order.js';
import { clockAt, countdown, dates, el, grouped } from './parts.js';
import { words } from './words.js';
import { said, STATUSES } from './words-orders.js';

const page = document.querySelector('main');
const lang = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
const { viewer, account, now, running } = page.dataset;
const staff = viewer === 'STAFF';
const clock = clockAt(now, running === 'true');
const t = said(lang);
let common = words(lang, viewer);
const shown = dates(lang);
const ROWS = 50;
document.head.append(Object.assign(el('link'), { rel: 'stylesheet', href: '/orders/assets/orders.css' }));

// Each counter of UI-03 and the list behind it.
const COUNTERS = {
  allNewOrders: 'status=NEGOTIATING,DRAFT', waitConfirm: 'status=AWAITING_SUPPLIER_CONFIRM,AWAITING_BUYER_CONFIRM', disputeFrozen: 'frozen=true',
  awaitingPayment: 'status=AWAITING_DEPOSIT,AWAITING_DEPOSIT_TOPUP,SHIPPED_AWAITING_BALANCE', receiptingShipment: 'status=AWAITING_RECEIPT', pendingShipment: 'status=AWAITING_SHIPMENT',
};

const asked = () => new URLSearchParams(location.search);
const go = query => {
  history.pushState(null, '', query.size ? `/orders?${query}` : '/orders');
  draw();
};
const linkTo = (query, label, name = '') => {
  const a = el('a', name, label);
  a.href = `/orders?${query}`;
  a.addEventListener('click', click => {
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    go(new URLSearchParams(query));
  });
  return a;
};

const field = (name, type, label, value) => {
  const input = el('input', '');
  Object.assign(input, { name, type, value: value ?? '' });
  return el('label', name, el('span', '', label), input);
};
const check = (name, label, on) => {
  const input = el('input', '');
  Object.assign(input, { name, type: 'checkbox', checked: on });
  return el('label', 'check', input, label);
};
const day = instant => (instant ? new Date(new Date(instant).getTime() + 28800000).toISOString().slice(0, 10) : '');
const startOf = date => new Date(`${date}T00:00:00+08:00`).toISOString().replace('.000', '');
const endOf = date => `${new Date(`${date}T23:59:59+08:00`).toISOString().slice(0, 19)}.999999Z`;
const plainAmount = text => text.normalize('NFKC').replace(/[,\s]|USD|US\$|\$/gi, '');

/** Several of a kind, behind one button: no field of the form is taller than another. */
const choices = (name, label, all, chosen) => {
  const boxes = all.map(code => check(`${name}:${code}`, t(code), chosen.includes(code)));
  const box = el('details', 'choices', el('summary', '', `${label}: ${chosen.length === 1 ? t(chosen[0]) : chosen.length ? t('chosen', chosen.length) : t('any')}`), el('div', '', boxes));
  box.addEventListener('keydown', key => key.key === 'Escape' && box.removeAttribute('open'));
  return box;
};
const several = (query, name) => query.getAll(name).flatMap(value => value.split(',')).filter(Boolean);

const filters = query => {
  const form = el('form', 'filters',
    field('q', 'search', t('search'), query.get('q')),
    choices('status', t('status'), STATUSES, several(query, 'status')),
    choices('due', t('due'), ['PAYMENT', 'SHIPMENT', 'BALANCE', 'RECEIPT'], several(query, 'due')),
    field('dueBefore', 'date', t('dueBefore'), day(query.get('dueBefore'))),
    field('createdFrom', 'date', t('createdFrom'), day(query.get('createdFrom'))),
    field('createdTo', 'date', t('createdTo'), day(query.get('createdTo'))),
    field('totalFrom', 'text', t('totalFrom'), query.get('totalFrom')),
    field('totalTo', 'text', t('totalTo'), query.get('totalTo')),
    viewer === 'SUPPLIER' ? null : field('supplierId', 'text', t('supplier'), query.get('supplierId')),
    viewer === 'BUYER' ? null : field('buyerEmail', 'text', t('buyer'), query.get('buyerEmail')),
    check('frozen', t('frozen'), query.get('frozen') === 'true'),
    staff ? check('openTask', t('openTask'), query.get('openTask') === 'true') : null,
    staff ? check('mine', t('mine'), query.get('assignee') === account) : null,
    el('button', 'plain strong', t('apply')), linkTo('', t('clear'), 'plain'));
  form.addEventListener('submit', submit => {
    submit.preventDefault();
    go(wanted(new FormData(form), query.get('sort')));
  });
  form.addEventListener('change', change => change.target.type === 'checkbox' && !change.target.closest('details') && form.requestSubmit());
  return form;
};

/** Where there is little room the orders come first. */
const folded = form => (matchMedia('(max-width: 600px)').matches ? el('details', 'folded', el('summary', 'plain', t('filters')), form) : form);

const wanted = (data, sort) => {
  const query = new URLSearchParams();
  const put = (name, value) => value && query.set(name, value);
  const text = name => (data.get(name) || '').trim();
  const group = name => [...data.keys()].filter(key => key.startsWith(`${name}:`)).map(key => key.split(':')[1]).join(',');
  put('q', text('q'));
  put('status', group('status'));
  put('due', group('due'));
  put('dueBefore', text('dueBefore') && startOf(text('dueBefore')));
  put('createdFrom', text('createdFrom') && startOf(text('createdFrom')));
  put('createdTo', text('createdTo') && endOf(text('createdTo')));
  put('totalFrom', plainAmount(text('totalFrom')));
  put('totalTo', plainAmount(text('totalTo')));
  put('supplierId', text('supplierId'));
  put('buyerEmail', text('buyerEmail'));
  put('frozen', data.get('frozen') && 'true');
  put('openTask', data.get('openTask') && 'true');
  put('assignee', data.get('mine') && account);
  put('sort', sort);
  return query;
};

const counters = numbers => el('nav', 'counters', Object.entries(COUNTERS).map(([name, query]) => linkTo(query, [el('b', '', String(numbers[name])), t(name)], 'plain')));

/** A head that sorts: by a click or Enter, the other way round by another. */
const head = (label, sort, query, name) => {
  const th = el('th', name || '', sort ? '' : label);
  th.scope = 'col';
  if (sort) {
    const current = query.get('sort') || '-created';
    const up = current === sort;
    const down = current === `-${sort}`;
    const next = new URLSearchParams(query);
    next.delete('cursor');
    next.set('sort', up ? `-${sort}` : down || sort === 'due' ? sort : `-${sort}`);
    th.append(linkTo(next, `${label}${up ? ' ↑' : down ? ' ↓' : ''}`));
    if (up || down) th.ariaSort = up ? 'ascending' : 'descending';
  }
  return th;
};

const dueOf = order => {
  const due = order.deadlines.next;
  if (!due) return '';
  const left = countdown(new Date(due.at), clock.now(), common.t);
  const chip = el('span', `chip ${left.level}`, `${t(due.kind)} · ${left.text}`);
  chip.title = shown.time(due.at);
  return chip;
};

const tasksOf = order => (order.openTasks || []).map(task => {
  const way = el('a', task.assignee === account ? 'own' : '', task.name[lang]);
  way.href = `/camunda/app/tasklist/default/#/?task=${task.taskId}`;
  return el('div', '', way, ` · ${task.assignee || task.desk || ''}`);
});

const actionsOf = order => {
  const mine = viewer === 'BUYER' ? order.actions.buyer : viewer === 'SUPPLIER' ? order.actions.supplier : [];
  return mine.slice(0, 3).map(common.possibility).join(' · ');
};

const row = order => {
  const number = el('a', '', order.orderNo);
  number.href = `/orders/${order.orderNo}`;
  const lines = order.lines.map(line => line.product).filter(Boolean);
  const cells = [
    ['orderNo', [number, order.externalReference ? el('small', '', ` ${order.externalReference}`) : '']],
    ['product', [lines[0] || '', lines.length > 1 ? el('small', '', ` ${t('more', lines.length - 1)}`) : '']],
    ['transport', common.code(order.shipping.transport || '')],
    ['parties', viewer === 'BUYER' ? order.supplierName : viewer === 'SUPPLIER' ? order.buyer.name || order.buyer.email : `${order.buyer.name || order.buyer.email} · ${order.supplierName}`],
    ['amount', grouped(order.amounts.total)],
    ['status', [el('span', 'chip', t(order.status)), order.frozen ? el('span', 'chip bad', t('frozen')) : '']],
    ['dueAt', dueOf(order)],
    staff ? ['tasks', tasksOf(order)] : ['actions', actionsOf(order)],
    ['created', shown.time(order.createdAt)],
  ];
  return el('tr', '', cells.map(([name, content]) => {
    const td = el('td', name === 'amount' ? 'number' : name, ...[content].flat());
    td.dataset.label = t(name);
    if (['product', 'parties'].includes(name)) td.title = td.textContent;
    return td;
  }));
};

const table = (items, query) => el('table', 'orders',
  el('thead', '', el('tr', '', head(t('orderNo'), null, query), head(t('product'), null, query), head(t('transport'), null, query), head(t('parties'), null, query), head(t('amount'), 'total', query, 'number'),
    head(t('status'), null, query), head(t('dueAt'), 'due', query), head(staff ? t('tasks') : t('actions'), null, query), head(t('created'), 'created', query))),
  el('tbody', '', items.map(row)));

const file = (format, query) => {
  const a = el('a', 'plain', t(format));
  const all = new URLSearchParams(query);
  all.delete('cursor');
  all.set('format', format);
  a.href = `/api/v1/orders/export?${all}`;
  a.download = '';
  return a;
};

const foot = (found, query) => {
  const next = new URLSearchParams(query);
  next.set('cursor', found.nextCursor || '');
  const first = new URLSearchParams(query);
  first.delete('cursor');
  return el('nav', 'pages', el('span', 'note', t('shown', found.items.length)),
    query.has('cursor') ? linkTo(first, t('first'), 'plain') : null, found.nextCursor ? linkTo(next, t('next'), 'plain') : null,
    el('span', 'space'), file('csv', query), file('xlsx', query));
};

let last = 0;
const draw = async () => {
  const turn = ++last;
  const query = asked();
  const bar = el('div', 'counted');
  const list = el('div', 'list', el('p', 'note', t('loading')));
  list.setAttribute('aria-live', 'polite');
  const parts = [el('h1', '', t('orders')), bar, folded(filters(query)), list];
  page.replaceChildren(...parts);
  try {
    const all = new URLSearchParams(query);
    all.set('limit', ROWS);
    const [found, numbers, transports] = await Promise.all([read(`/orders?${all}`), read('/orders/counters'), read('/transports')]);
    if (turn !== last) return;
    common = words(lang, viewer, transports.items);
    bar.replaceChildren(counters(numbers));
    list.replaceChildren(found.items.length ? table(found.items, query) : el('p', 'note', t('none')), foot(found, query));
  } catch {
    if (turn === last) list.replaceChildren(el('p', 'note bad', t('failed')));
  }
};

addEventListener('popstate', draw);
// Up and down go from order to order, as everywhere in a list.
addEventListener('keydown', key => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key.key];
  if (!step || !document.activeElement.matches('td.orderNo > a')) return;
  const links = [...page.querySelectorAll('td.orderNo > a')];
  links[links.indexOf(document.activeElement) + step]?.focus();
  key.preventDefault();
});
draw();
