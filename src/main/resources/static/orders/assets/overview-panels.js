// The panels of the overview. Each number leads to the list behind it.
import { draw as drawTrend } from './overview-trend.js';
import { cents, amount, el, grouped } from './parts.js';

const SHOWN = 8;
const FIGURES = '/api/v1/overview';
const KINDS = ['PAYMENT', 'SHIPMENT', 'BALANCE', 'RECEIPT'];
const BUCKETS = ['OVERDUE', 'TODAY', '3_DAYS', '7_DAYS'];
const DAY = 86400000;

const to = (address, text, key = address) => {
  const a = el('a', '', text);
  a.href = address;
  a.dataset.key = key;
  return a;
};
export const orders = filters => `/orders?${new URLSearchParams(filters)}`;
const queue = key => `/tasks?queue=${key}`;
const dollars = text => grouped(text);
const sum = (rows, field) => amount(rows.reduce((all, row) => all + cents(row[field]), 0n));
const total = (rows, field) => rows.reduce((all, row) => all + row[field], 0);

const age = (since, now, t) => {
  const hours = Math.max(0, Math.floor((new Date(now) - new Date(since)) / 3600000));
  return hours >= 48 ? t('days', Math.floor(hours / 24)) : t('hours', hours);
};

/** Rows of cells; [content, class] where a cell has one. */
const rows = (heads, lines) => {
  const cells = (tag, line) => el('tr', '', line.map(cell => {
    const [content, name] = Array.isArray(cell) ? cell : [cell, ''];
    const node = el(tag, name, content ?? '');
    if (tag === 'th') node.scope = 'col';
    return node;
  }));
  return el('table', '', el('thead', '', cells('th', heads)), el('tbody', '', lines.map(line => cells('td', line))));
};

const bar = (share, name = '') => {
  const fill = el('i', name);
  fill.style.width = `${Math.min(100, Math.round(share * 100))}%`;
  const line = el('span', 'bar', fill);
  line.setAttribute('aria-hidden', 'true');
  return line;
};

/** The span of a bucket as the list's filters say it: from an instant on, and before one. */
const span = (at, bucket) => {
  const now = new Date(at).getTime();
  const midnight = Math.floor((now + 8 * 3600000) / DAY + 1) * DAY - 8 * 3600000;
  const after = instant => new Date(instant + 1).toISOString();
  return {
    OVERDUE: { dueBefore: after(now) },
    TODAY: { dueFrom: after(now), dueBefore: after(midnight) },
    '3_DAYS': { dueFrom: after(midnight), dueBefore: after(midnight + 3 * DAY) },
    '7_DAYS': { dueFrom: after(midnight + 3 * DAY), dueBefore: after(midnight + 7 * DAY) },
  }[bucket];
};

const figures = (data, { t }) => {
  const { at, money } = data;
  const tile = (word, number, note, address, level = '') => el('div', `tile ${level}`, el('span', 'what', t(word)), el('strong', '', to(address, number, word)), el('span', 'note', note));
  const inBucket = bucket => data.due.filter(row => row.bucket === bucket);
  const dueTile = (word, bucket, level) => {
    const found = inBucket(bucket);
    return tile(word, total(found, 'orders'), `${dollars(sum(found, 'total'))} USD`, orders({ ...span(at, bucket), sort: 'due' }), total(found, 'orders') ? level : '');
  };
  const cases = (word, found, address) => tile(word, found.open, found.oldestAt ? t('since', age(found.oldestAt, at, t)) : '', address, found.open ? 'warn' : '');
  return [
    dueTile('overdueOrders', 'OVERDUE', 'bad'),
    dueTile('dueToday', 'TODAY', 'warn'),
    tile('held', dollars(money.held), 'USD', orders({ status: 'AWAITING_DEPOSIT_CONFIRM,AWAITING_DEPOSIT_TOPUP,AWAITING_SHIPMENT,SHIPPED_AWAITING_BALANCE,AWAITING_RECEIPT' })),
    tile('inTransit', dollars(money.pending), 'USD', orders({ status: 'DRAFT,NEGOTIATING,AWAITING_SUPPLIER_CONFIRM,AWAITING_BUYER_CONFIRM,AWAITING_DEPOSIT' })),
    tile('unmatched', dollars(sum(money.unmatched, 'amount')), `USD · ${t('items', total(money.unmatched, 'count'))}`, queue('unmatched-money'), total(money.unmatched, 'count') ? 'warn' : ''),
    tile('refundDue', dollars(money.refundDue), 'USD', queue('refunds')),
    cases('disputes', data.disputes, orders({ frozen: true })),
    cases('complaints', data.complaints, queue('complaints')),
  ];
};

const due = ({ at, due: found }, { t }) => rows(
  [t('kind'), ...BUCKETS.map(bucket => [t(bucket), 'number'])],
  KINDS.map(kind => [t(kind), ...BUCKETS.map(bucket => {
    const row = found.find(one => one.kind === kind && one.bucket === bucket);
    const level = row.orders && { OVERDUE: 'bad', TODAY: 'warn' }[bucket];
    return [row.orders ? [to(orders({ due: kind, ...span(at, bucket), sort: 'due' }), row.orders, kind + bucket), el('span', 'note', dollars(row.total))] : el('span', 'note', '0'), `number two ${level || ''}`];
  })]));

const unmatched = ({ money }, { t }) => {
  const most = Math.max(1, ...money.unmatched.map(row => row.count));
  return rows([t('age'), [t('count'), 'number'], '', [t('amount'), 'number']],
    money.unmatched.map(row => [t(`age.${row.bucket}`), [to(queue('unmatched-money'), row.count, row.bucket), 'number'], [bar(row.count / most, row.bucket === 'OLDER' ? 'bad' : ''), 'bars'], [dollars(row.amount), 'number']]));
};

const phases = (data, { t }) => {
  const most = Math.max(1, ...data.phases.filter(row => row.medianDays !== null).map(row => row.orders));
  const days = number => (number === null ? '' : number.toFixed(1));
  return rows([t('status'), [t('orders'), 'number'], '', [t('amount'), 'number'], [t('median'), 'number'], [t('p90'), 'number']],
    data.phases.map(row => [t(`status.${row.status}`), [to(orders({ status: row.status }), row.orders), 'number'], [row.medianDays === null ? '' : bar(row.orders / most), 'bars'],
      [dollars(row.total), 'number'], [days(row.medianDays), 'number'], [days(row.p90Days), 'number']]));
};

const quota = (data, { t }) => {
  const share = row => Number(row.frozen) / Number(row.limit);
  const inUse = data.quota.filter(row => Number(row.frozen) > 0);
  return inUse.length === 0 ? el('p', 'note', t('none')) : [
    rows([t('supplier'), '', [t('frozen'), 'number'], [t('limit'), 'number']],
      inUse.slice(0, SHOWN).map(row => [to(orders({ supplierId: row.supplierId }), row.supplierId), [bar(share(row), share(row) >= 0.9 ? 'bad' : ''), 'bars'], [dollars(row.frozen), 'number'], [dollars(row.limit), 'number']])),
    inUse.length > SHOWN ? el('p', 'note', t('more', inUse.length - SHOWN)) : ''];
};

const tasks = ({ at, desks }, { t, lang }) => {
  const weekday = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'UTC', weekday: 'short' });
  const days = desks.length ? desks[0].days : [];
  return rows([t('desk'), ...['open', 'overdue', 'unassigned', 'oldest'].map(word => [t(word), 'number']),
    ...days.map((day, i) => [i === 0 ? t('TODAY') : weekday.format(new Date(`${day.date}T00:00:00Z`)), 'number']), [t('later'), 'number']],
  desks.map(({ tasks: now, days: due, later }) => {
    const quiet = number => [number || el('span', 'note', '0'), 'number'];
    return [t(`desk.${now.desk}`), [to(queue('desks'), now.open, `${now.desk} open`), 'number'], [to(queue('overdue'), now.overdue, `${now.desk} overdue`), `number ${now.overdue ? 'bad' : ''}`],
      quiet(now.unassigned), [now.oldestAt ? age(now.oldestAt, at, t) : '', 'number'], ...due.map(day => quiet(day.open)), quiet(later)];
  }));
};

const people = ({ at, people: found }, { t }) => (found.length === 0 ? el('p', 'note', t('none')) : [
  rows([t('person'), [t('open'), 'number'], [t('overdue'), 'number'], [t('oldest'), 'number']],
    found.slice(0, SHOWN).map(one => [one.name || one.person, [to(orders({ assignee: one.person }), one.open), 'number'], [one.overdue, `number ${one.overdue ? 'bad' : ''}`], [age(one.oldestAt, at, t), 'number']])),
]);

/** Unpaid orders, and the money that speaks against closing them. */
const radar = ({ at, orders: found }, { t }) => (found.length === 0 ? el('p', 'note', t('none')) : [
  rows([t('orders'), [t('amount'), 'number'], t('window'), t('against')],
    found.slice(0, SHOWN).map(order => [to(`/orders/${order.orderNo}`, order.orderNo), [dollars(order.owed), 'number'],
      [new Date(order.paymentDueAt) <= new Date(at) ? t('over', age(order.paymentDueAt, at, t)) : t('left', age(at, order.paymentDueAt, t)), new Date(order.paymentDueAt) <= new Date(at) ? 'bad' : ''],
      order.evidence.map(money => el('div', 'warn', `${grouped(money.amount)} ${money.currency} · ${money.reasons.map(reason => t(`reason.${reason}`)).join(', ')}`))])),
  found.length > SHOWN ? el('p', 'note', t('moreOrders', found.length - SHOWN)) : '']);

export const panels = [
  { name: 'tiles', from: FIGURES, draw: figures },
  { name: 'phases', title: 'phases', column: 0, from: FIGURES, draw: phases },
  { name: 'quota', title: 'quota', column: 0, from: FIGURES, draw: quota },
  { name: 'due', title: 'due', column: 1, from: FIGURES, draw: due },
  { name: 'unmatched', title: 'unmatched', column: 1, from: FIGURES, draw: unmatched },
  { name: 'people', title: 'people', column: 1, from: `${FIGURES}/tasks`, draw: people },
  { name: 'tasks', title: 'tasks', column: 2, from: `${FIGURES}/tasks`, draw: tasks },
  { name: 'radar', title: 'radar', column: 2, from: `${FIGURES}/radar`, draw: radar },
  { name: 'trend', title: 'trend', column: 2, from: `${FIGURES}/trend`, draw: drawTrend },
];
