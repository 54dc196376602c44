// The one search box: of every page of ours, in the slot of its bar, and of Tasklist.
import { read } from './order.js';
import { el, money } from './parts.js';
import { language } from './words.js';

const PAUSE = 150;
const LONGEST = 200;
const TASKLIST = '/camunda/app/tasklist/';
const lang = language();

const WORDS = {
  find: ['Find orders, money, suppliers, tasks', '查找订单、款项、供应商、任务'], hint: ['Find order, company, bank reference …', '查找订单、公司、银行流水号…'],
  orders: ['Orders', '订单'], remittances: ['Money', '款项'], suppliers: ['Suppliers', '供应商'], tasks: ['Tasks', '任务'],
  nothing: ['Nothing was found for “{0}”.', '没有找到与“{0}”相符的内容。'], few: ['Numbers are found from four digits on.', '编号请至少输入四位。'],
  away: ['No connection. The search goes on when you type.', '连接中断，继续输入时将重新查找。'], failed: ['The search failed. Try again later.', '查找未能完成，请稍后重试。'],
  searching: ['Searching…', '查找中…'], count: ['{0} found', '找到 {0} 项'], free: ['no order', '无对应订单'], unclaimed: ['not claimed', '未认领'], due: ['due {0}', '{0} 截止'],
  by: ['by {0}', '匹配：{0}'],
};
const MATCHED = {
  orderNo: ['order number', '订单号'], externalReference: ['own reference', '外部编号'], buyer: ['buyer', '买家'], email: ['e-mail', '邮箱'], supplier: ['supplier', '供应商'],
  product: ['product', '产品'], exportOrder: ['export order', '出口服务订单'], bankReference: ['bank reference', '银行流水号'], remittance: ['text of a transfer', '汇款附言'],
  statedOrder: ['stated order', '所填订单号'], refund: ['refund', '退款单'], complaint: ['complaint', '投诉'], field: ['form', '表单内容'],
};
const STATES = {
  NEGOTIATING: ['Negotiating', '洽谈中'], DRAFT: ['Draft', '草稿'], AWAITING_SUPPLIER_CONFIRM: ['Supplier to confirm', '待供应商确认'], AWAITING_BUYER_CONFIRM: ['Buyer to confirm', '待买家确认'],
  AWAITING_DEPOSIT: ['Deposit awaited', '待付预付款'], AWAITING_DEPOSIT_CONFIRM: ['Deposit to confirm', '待确认预付款'], AWAITING_DEPOSIT_TOPUP: ['Top-up awaited', '待补预付款'],
  AWAITING_SHIPMENT: ['Shipment awaited', '待发货'], SHIPPED_AWAITING_BALANCE: ['Balance awaited', '待付尾款'], AWAITING_RECEIPT: ['Receipt awaited', '待收货'], COMPLETED: ['Complete', '已完成'], CLOSED: ['Closed', '已关闭'],
  APPLIED: ['Applied', '已入账'], PENDING: ['Pending', '待入账'], SUSPENSE: ['Not matched', '待匹配'], PARKED: ['To be looked at', '待处理'], RETURNED: ['Returned', '已退回'], RETURNED_PAYOUT: ['Refund that came back', '退款被退回'],
};
const DESKS = {
  'supplier-desk': ['Supplier desk', '供应商服务'], 'buyer-desk': ['Buyer desk', '买家服务'], 'finance-desk': ['Finance desk', '资金'], 'export-desk': ['Export desk', '出口服务'], 'assurance-desk': ['Assurance desk', '保障与纠纷'],
};
const pick = list => (key, ...gaps) => (Object.hasOwn(list, key) ? list[key][lang === 'zh' ? 1 : 0] : String(key)).replace(/\{(\d)}/g, (_, i) => gaps[i]);
const [t, matched, state, desk] = [WORDS, MATCHED, STATES, DESKS].map(pick);

// As the server compares: width, case and blanks make no difference.
const plain = text => text.normalize('NFKC').toLowerCase().replace(/[\s\p{Cc}]/gu, '');
const ORDER_NO = /^\d{14}$/;

/** A text with that part marked which was asked for. */
const marked = (text, asked) => {
  const signs = [...text].flatMap((sign, place, all) => [...plain(sign)].map(one => ({ one, from: all.slice(0, place).join('').length, to: all.slice(0, place + 1).join('').length })));
  const at = asked ? signs.map(({ one }) => one).join('').indexOf(asked) : -1;
  if (at < 0) return [text];
  let start = 0;
  for (let length = 0; length < at; start += 1) length += signs[start].one.length;
  let end = start;
  for (let length = 0; length < asked.length; end += 1) length += signs[end].one.length;
  return [text.slice(0, signs[start].from), el('mark', '', text.slice(signs[start].from, signs[end - 1].to)), text.slice(signs[end - 1].to)];
};

const page = no => `/orders/${no}`;
const taskPage = id => (location.pathname.startsWith(TASKLIST) ? `#/?task=${encodeURIComponent(id)}` : `/tasks/${encodeURIComponent(id)}`);
const day = instant => new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'Asia/Shanghai', dateStyle: 'medium' }).format(new Date(instant));

const SHOWN = ['orderNo', 'buyer', 'supplier'];
const GROUPS = {
  orders: (order, asked) => [page(order.orderNo), [marked(order.orderNo, asked), ' · ', marked(order.buyer, asked), ' · ', marked(order.supplier, asked)],
    [state(order.status), money(order.total), SHOWN.includes(order.matched) ? '' : t('by', matched(order.matched))]],
  remittances: (money_, asked) => [money_.orderNo && page(money_.orderNo), [marked(money_.bankReference, asked)], [money_.amount && money(money_.amount, ''), state(money_.state), money_.orderNo || t('free')]],
  suppliers: (supplier, asked) => [`/orders?supplierId=${encodeURIComponent(supplier.supplierId)}`, [marked(supplier.name, asked)], [marked(supplier.supplierId, asked)]],
  tasks: (task, asked) => [taskPage(task.taskId), [task.name[lang], ' · ', marked(task.orderNo || t('free'), asked)],
    [task.desk && desk(task.desk), task.assignee || t('unclaimed'), task.dueAt && t('due', day(task.dueAt))]],
};

let boxes = 0;
const option = (id, [href, title, more]) => {
  const node = el('a', 'find-option', el('span', 'find-title', ...title.flat()), el('span', 'find-more', ...more.filter(Boolean).flatMap((part, i) => (i ? [' · ', ...[part].flat()] : [part].flat()))));
  Object.assign(node, { id, href: href || '', tabIndex: -1 });
  node.setAttribute('role', 'option');
  node.setAttribute('aria-selected', 'false');
  return node;
};

/** Money without an order leads to the task that is about it. */
const withTasks = found => {
  const free = found.tasks.filter(task => !task.orderNo);
  return { ...found, remittances: found.remittances.map(one => ({ ...one, taskId: one.orderNo || free.length !== 1 ? null : free[0].taskId })) };
};

/** Puts the search box into a slot of the page. */
export const findIn = slot => {
  const id = `find-${boxes += 1}`;
  const input = el('input');
  Object.assign(input, { type: 'search', id, placeholder: t('hint'), maxLength: LONGEST, autocomplete: 'off', spellcheck: false });
  const list = el('div', 'find-list');
  Object.assign(list, { id: `${id}-list`, hidden: true });
  const told = el('p', 'find-told');
  for (const [node, attributes] of [
    [input, { role: 'combobox', 'aria-label': t('find'), 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-keyshortcuts': '/ Control+K', enterkeyhint: 'search' }],
    [list, { role: 'listbox', 'aria-label': t('find') }], [told, { role: 'status' }]]) Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  const keys = el('kbd', '', '/');
  keys.title = 'Ctrl+K';
  keys.setAttribute('aria-hidden', 'true');
  const sheet = el('div', 'find-sheet', list, told);
  sheet.hidden = true;
  const box = el('div', 'find-box', input, keys, sheet);
  box.setAttribute('role', 'search');
  slot.replaceChildren(box);

  let asking = null;
  let waiting = 0;
  let active = -1;
  let enter = false;
  const options = () => [...list.querySelectorAll('[role=option]')];
  const close = () => {
    sheet.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    active = -1;
  };
  const open = words => {
    told.textContent = words;
    list.hidden = options().length === 0;
    sheet.hidden = false;
    input.setAttribute('aria-expanded', String(!list.hidden));
  };
  const choose = place => {
    const all = options();
    active = all.length === 0 ? -1 : (place + all.length) % all.length;
    all.forEach((node, i) => node.setAttribute('aria-selected', String(i === active)));
    if (active < 0) return;
    input.setAttribute('aria-activedescendant', all[active].id);
    all[active].scrollIntoView({ block: 'nearest' });
  };
  const go = node => {
    close();
    location.assign(node.getAttribute('href'));
  };
  const draw = (found, asked) => {
    let place = 0;
    const shown = withTasks(found);
    list.replaceChildren(...Object.entries(GROUPS).filter(([group]) => shown[group].length > 0).map(([group, row]) => {
      const head = el('div', 'find-head', t(group));
      head.id = `${id}-${group}`;
      const rows = shown[group].map(one => {
        const [href, ...rest] = row(one, asked);
        return option(`${id}-${place += 1}`, [href || (one.taskId && taskPage(one.taskId)) || '/tasks', ...rest]);
      });
      const part = el('div', '', head, ...rows);
      part.setAttribute('role', 'group');
      part.setAttribute('aria-labelledby', head.id);
      return part;
    }));
    active = -1;
    input.removeAttribute('aria-activedescendant');
    if (place > 0) open(t('count', place));
    else open(/^\d{1,3}$/.test(asked) ? t('few') : t('nothing', input.value.trim()));
  };
  const ask = async () => {
    if (asking) asking.abort();
    const asked = plain(input.value);
    if (asked === '') {
      list.replaceChildren();
      close();
      return;
    }
    const mine = asking = new AbortController();
    try {
      const found = await read(`/search?q=${encodeURIComponent(input.value)}`, mine.signal);
      if (mine !== asking) return;
      draw(found, asked);
      if (enter && options().length > 0) go(options()[0]);
    } catch (problem) {
      if (problem.name === 'AbortError' || mine !== asking) return;
      list.replaceChildren();
      open(t(problem.status ? 'failed' : 'away'));
    }
    enter = false;
  };
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    enter = false;
    if (asking) asking.abort();
    if (list.hidden && plain(input.value) !== '') open(t('searching'));
    waiting = setTimeout(ask, PAUSE);
  });
  input.addEventListener('keydown', event => {
    const { key } = event;
    if (event.isComposing) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') choose(active < 0 && key === 'ArrowUp' ? -1 : active + (key === 'ArrowDown' ? 1 : -1));
    else if (key === 'Escape' && !sheet.hidden) close();
    else if (key === 'Enter' && active >= 0) go(options()[active]);
    else if (key === 'Enter' && ORDER_NO.test(plain(input.value))) location.assign(page(plain(input.value)));
    else if (key === 'Enter' && plain(input.value) !== '') {
      enter = true;
      clearTimeout(waiting);
      ask();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  input.addEventListener('focus', () => {
    if (plain(input.value) !== '' && sheet.hidden) ask();
  });
  box.addEventListener('focusout', ({ relatedTarget }) => {
    if (!box.contains(relatedTarget)) close();
  });
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', close);
  return input;
};

const writes = target => target.isContentEditable || (target.matches && target.matches('input, textarea, select, [contenteditable]'));
/** A stroke of / outside of what is written in, or Ctrl+K anywhere, leads to the box. */
const listen = input => document.addEventListener('keydown', event => {
  const stroke = (event.key === '/' && !event.ctrlKey && !event.altKey && !event.metaKey && !writes(event.target)) || ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k');
  if (!stroke || !input.isConnected) return;
  event.preventDefault();
  event.stopPropagation();
  input.focus();
  input.select();
}, true);

/** The box in its slot, once. */
export const place = slot => {
  if (slot.querySelector('.find-box')) return;
  const input = findIn(slot);
  listen(input);
  if (!document.querySelector('link[href="/orders/assets/find.css"]')) {
    const look = el('link');
    Object.assign(look, { rel: 'stylesheet', href: '/orders/assets/find.css' });
    document.head.append(look);
  }
};

const slot = document.querySelector('.top .find');
if (slot) place(slot);
