// A row of the table of tasks.
import { countdown, el } from './parts.js';

const ZONE = 'Asia/Shanghai';
const cell = (content, name = '', title = '') => {
  const td = el('td', name, content);
  if (title) td.title = title;
  return td;
};

export const rowMaker = ({ lang, t, half, clock, me }) => {
  const short = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: ZONE, month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const full = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: ZONE, dateStyle: 'full', timeStyle: 'short' });
  const due = task => {
    if (!task.dueAt) return cell(el('span', 'chip', t(task.frozen ? 'paused' : 'noDue')), 'due');
    const { text, level } = countdown(new Date(task.dueAt), clock.now(), t);
    return cell([el('span', `chip ${level}`, text), el('span', 'when', short.format(new Date(task.dueAt)))], 'due', full.format(new Date(task.dueAt)));
  };
  const age = task => {
    const minutes = Math.max(0, Math.floor((clock.now() - new Date(task.createdAt)) / 60000));
    const text = minutes >= 2880 ? t('days', Math.floor(minutes / 1440)) : minutes >= 120 ? t('hours', Math.floor(minutes / 60)) : t('minutes', minutes);
    return cell(text, 'age', full.format(new Date(task.createdAt)));
  };
  const about = task => task.orderNo || task.facts.refundNo || task.facts.exportOrderNo || task.facts.complaint || task.facts.reference || task.name[lang];
  const order = task => {
    if (!task.orderNo) return cell(about(task), 'order');
    const a = el('a', '', task.orderNo);
    a.href = `/orders/${task.orderNo}`;
    a.tabIndex = -1;
    return cell(a, 'order');
  };
  const holder = task => {
    if (!task.assignee) return cell('', 'holder');
    const mine = task.assignee.login === me;
    const name = half(task.assignee.name);
    return cell(mine ? el('span', 'chip strong', t('me')) : name, 'holder', name);
  };
  const text = value => cell(half(value || ''), '', half(value || ''));

  /** The heads of a queue's table: [key, label, sorted by, class]. */
  const heads = (queue, mixed) => [
    ['order', t('order'), 'order', 'order'], ...(mixed ? [['task', t('task'), null, 'task']] : []), ['due', t('due'), 'due', 'due'], ['amount', t('amount'), 'amount', 'number'],
    ['buyer', t('buyer'), null, 'party'], ['supplier', t('supplier'), null, 'party'],
    ...queue.columns.map(column => [column.name, column.label[lang], null, 'fact']),
    ['age', t('age'), 'age', 'age'], ['holder', t('holder'), null, 'holder']];

  const row = (task, queue, mixed, chosen) => {
    const box = el('input', '');
    box.type = 'checkbox';
    box.tabIndex = -1;
    box.checked = chosen;
    box.setAttribute('aria-label', t('select', about(task)));
    const tr = el('tr', '', cell(box, 'pick'), order(task), mixed ? text(task.name[lang]) : null, due(task), cell(task.amount || '', 'number'),
      text(task.buyer), text(task.supplier), queue.columns.map(column => text(task.facts[column.name])), age(task), holder(task));
    tr.tabIndex = -1;
    tr.dataset.task = task.taskId;
    tr.setAttribute('aria-selected', String(chosen));
    if (task.dueAt && new Date(task.dueAt) <= clock.now()) tr.classList.add('late');
    if (task.escalated) {
      tr.classList.add('escalated');
      tr.cells[1].title = t('escalated', task.escalated);
    }
    return tr;
  };
  return { heads, row, about };
};
