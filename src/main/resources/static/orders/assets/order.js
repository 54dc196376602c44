import { words } from './words.js';

const ZONE = 'Asia/Shanghai';
const STEPS = ['DRAFT', 'CONFIRM', 'PAYMENT', 'SHIPMENT', 'RECEIPT', 'COMPLETE'];

const get = async (path, signal) => {
  const answer = await fetch(`/api/v1${path}`, { credentials: 'same-origin', headers: { Accept: 'application/json' }, signal });
  if (answer.status === 401) {
    location.assign('/login');
  }
  if (!answer.ok) {
    throw Object.assign(new Error(answer.statusText), { status: answer.status });
  }
  return answer.json();
};

/** What the calling login may see of an order. */
export const load = async (orderNo, signal) => {
  const path = `/orders/${encodeURIComponent(orderNo)}`;
  const order = await get(path, signal);
  const [funds, contracts, operations] = await Promise.all([
    get(`${path}/funds`, signal), get(`${path}/contracts?limit=200`, signal), get(`${path}/operations?limit=200`, signal)]);
  return { order, funds, contracts: contracts.items, operations: operations.items };
};

export const read = get;

const el = (tag, name, ...children) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ''));
  return node;
};

const money = (text, currency = 'USD') => (text === null || text === undefined ? '' : `${text.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',')} ${currency}`);
const cents = text => Math.round(Number(text) * 100);

/** How long it is until a due date or since, in words, and how urgent that is. */
export const countdown = (due, now, t) => {
  const left = due - now;
  const minutes = Math.floor(Math.abs(left) / 60000);
  const span = minutes >= 2880 ? t('days', Math.floor(minutes / 1440)) : minutes >= 120 ? t('hours', Math.floor(minutes / 60)) : t('minutes', minutes);
  return { text: t(left < 0 ? 'over' : 'left', span), level: left < 0 ? 'bad' : left < 172800000 ? 'warn' : '' };
};

/** Draws an order into a node; {now} is the application's clock, which a sandbox may have moved. */
export const draw = (node, data, { lang, now, tabs = true, pageLink = false, cockpit = null }) => {
  const { t, code, action } = words(lang);
  const { order, funds, contracts, operations } = data;
  const time = instant => instant && new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB',
    { timeZone: ZONE, dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

  const facts = pairs => el('dl', 'facts', pairs.filter(([, value]) => value !== null && value !== undefined && value !== '')
    .flatMap(([label, value]) => [el('div', '', el('dt', '', label), el('dd', '', value))]));
  const table = (heads, rows, numeric = []) => el('div', 'scroll', el('table', '',
    el('thead', '', el('tr', '', heads.map((head, i) => el('th', numeric.includes(i) ? 'number' : '', head)))),
    el('tbody', '', rows.map(row => el('tr', '', row.map((cell, i) => el('td', numeric.includes(i) ? 'number' : '', cell ?? '')))))));
  const section = (title, ...content) => el('section', '', el('h3', '', title), ...content);

  const left = instant => {
    const { text, level } = countdown(new Date(instant), now, t);
    return el('span', `chip ${level}`, text);
  };

  const header = () => {
    const copy = el('button', 'plain', t('copy'));
    copy.type = 'button';
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(order.link);
      copy.textContent = t('copied');
    });
    const links = [copy];
    if (pageLink) links.push(link(`/orders/${order.orderNo}`, t('openPage')));
    if (cockpit) links.push(link(cockpit, t('cockpit')));
    return el('header', 'order-head',
      el('div', '', el('h2', '', `${t('order')} ${order.orderNo}`),
        el('p', 'states', el('span', order.status === 'CLOSED' ? 'chip bad' : 'chip strong', order.statusText[lang]),
          order.frozen ? el('span', 'chip bad', t('frozen')) : null,
          order.pendingChecks.map(check => el('span', 'chip warn', code(check))),
          order.proposedVersion ? el('span', 'chip warn', t('proposed', order.proposedVersion)) : null,
          order.closedReason ? el('span', 'note', order.closedReason) : null)),
      el('nav', 'links', links));
  };
  const link = (address, label) => {
    const a = el('a', 'plain', label);
    a.href = address;
    a.target = '_blank';
    a.rel = 'noopener';
    return a;
  };

  const stepper = () => {
    const at = STEPS.indexOf(order.step);
    const done = order.status === 'COMPLETED';
    return el('ol', 'steps', STEPS.map((step, i) => {
      const item = el('li', i < at || done ? 'done' : i === at ? (order.status === 'CLOSED' ? 'stopped' : 'now') : '', el('i', ''), el('span', '', code(step)));
      if (i === at && !done) item.setAttribute('aria-current', 'step');
      return item;
    }));
  };

  const lineAmount = ({ quantity, unitPrice }) => (quantity && unitPrice ? money((cents(quantity) * cents(unitPrice) / 10000).toFixed(2)) : '');
  const shipBy = () => {
    const by = order.shipping.shipBy;
    if (!by) return '';
    return by.date || t('daysAfter', by.daysAfterDeposit);
  };
  const completeness = () => [`${order.completeness} %`, ...Object.entries(order.completenessByModule)
    .filter(([, percent]) => percent < 100).map(([module, percent]) => `${code(module)} ${percent} %`)].join(' · ');
  const details = () => [
    section(t('parties'), facts([
      [t('supplier'), order.supplierId],
      [`${t('supplier')} · ${t('confirmedAt')}`, time(order.confirmed.supplier) || t('notConfirmed')],
      [t('buyer'), order.buyer.name || order.buyer.email], [t('email'), order.buyer.email], [t('country'), order.buyer.country],
      [t('accountType'), order.buyer.accountType && code(order.buyer.accountType)],
      [`${t('buyer')} · ${t('confirmedAt')}`, time(order.confirmed.buyer) || t('notConfirmed')],
      [t('version'), String(order.contractVersion)], [t('complete'), completeness()]])),
    section(t('goods'), table([t('product'), t('category'), t('quantity'), t('unit'), t('unitPrice'), t('amount')],
      order.lines.map(line => [line.product, line.category, line.quantity, line.unit, money(line.unitPrice), lineAmount(line)]), [2, 4, 5]),
      facts([[t('products'), money(order.amounts.products)], [t('freight'), money(order.amounts.freight)], [t('insurance'), money(order.amounts.insurance)],
        [t('adjustment'), money(order.amounts.adjustment)], [t('total'), money(order.amounts.total)], [t('deposit'), money(order.amounts.deposit)],
        [t('balance'), money(order.amounts.balance)]])),
    section(t('terms'), facts([
      [t('transport'), order.shipping.transport && code(order.shipping.transport)], [t('tradeTerm'), order.shipping.tradeTerm],
      [t('destination'), order.shipping.destination], [t('shipBy'), shipBy()], [t('methods'), order.payment.methods.map(m => code(m)).join(', ')],
      [t('coverage'), order.coverage.mode && code(order.coverage.mode)], [t('remark'), order.remark]])),
    section(t('versions'), contracts.map((version, i) => el('details', '',
      el('summary', '', `${version.contractVersion} · ${t('by', `${code(version.party)} (${version.author})`, time(version.createdAt))}`),
      i === 0 ? el('p', 'note', t('first')) : differences(version.changes)))),
  ];
  const MONEY = /^(unitPrice|freight|insurance|deposit|adjustment)$/;
  const field = path => {
    const [, line, name] = /^(?:lines\[(\d+)]\.)?(.*)$/.exec(path);
    const label = name.split('.').filter((part, i, all) => i === 0 ? all.length === 1 || part === 'contacts' : !/^date$|^daysAfterDeposit$/.test(part)).map(part => t(part)).join(' · ');
    return line === undefined ? label : `${t('line', Number(line) + 1)} · ${label}`;
  };
  const value = (path, text) => {
    if (text === null || text === undefined) return '–';
    const name = path.split('.').pop();
    if (MONEY.test(name)) return money(text);
    return name === 'daysAfterDeposit' ? t('daysAfter', text) : text.split(', ').map(part => code(part)).join(', ');
  };
  const differences = changes => (changes.length === 0 ? el('p', 'note', t('same'))
    : table([t('field'), t('before'), t('after')], changes.map(({ field: path, from, to }) => [field(path), value(path, from), value(path, to)])));

  const leg = (title, due, received) => {
    const missing = Math.max(0, cents(due) - cents(received));
    return el('div', 'leg', el('h4', '', title), facts([[t('expected'), money(due)], [t('received'), money(received)],
      [t('missing'), el('span', missing ? 'owing' : '', money((missing / 100).toFixed(2)))]]), meter(received, due));
  };
  const meter = (part, whole) => {
    const bar = el('div', 'meter', el('i', ''));
    bar.firstChild.style.width = `${cents(whole) ? Math.min(100, (100 * cents(part)) / cents(whole)) : 100}%`;
    return bar;
  };
  const money_ = () => [
    el('div', 'legs', leg(t('deposit'), funds.depositAgreed, funds.depositReceived), leg(t('balance'), funds.balanceAgreed, funds.balanceReceived)),
    facts([[t('refundDue'), money(funds.refundDue)], [t('account'), funds.account], [t('coverage'), order.coverage.mode && code(order.coverage.mode)],
      [t('quota'), `${money(order.coverage.amount)} · ${code(order.coverage.state)}`], [t('coverageEnds'), time(order.coverage.endsAt)]]),
    section(t('remittances'), funds.remittances.length === 0 ? el('p', 'note', t('noRemittances'))
      : table([t('reference'), t('state'), t('method'), t('arrived'), t('amount'), t('toDeposit'), t('toBalance'), t('refundDue'), t('refundPaid')],
        funds.remittances.map(r => [r.bankReference, code(r.state), code(r.method), time(r.receivedAt || r.notifiedAt), money(r.amount, r.currency),
          money(r.appliedToDeposit), money(r.appliedToBalance), money(r.refundDue, r.currency), money(r.refundPaid, r.currency)]), [4, 5, 6, 7, 8])),
    funds.refunds.length === 0 ? '' : section(t('refunds'), table([t('refundNo'), t('amount'), t('cause'), t('dueSince'), t('payout')],
      funds.refunds.map(r => [r.refundNo, money(r.amount, r.currency), code(r.cause), time(r.dueAt), r.payout && `${r.payout.paidOn}, ${r.payout.reference}`]), [1])),
  ];

  const logistics = () => {
    const s = order.shipment;
    const due = ['paymentDueAt', 'autoCompleteAt', 'coverageEndsAt', 'feedbackDueAt', 'replyDueAt'].filter(name => order.deadlines[name]);
    const shipMidnight = order.deadlines.shipBy && !s.actualShipDate ? new Date(`${order.deadlines.shipBy}T00:00:00+08:00`).getTime() + 86400000 : null;
    const rows = due.map(name => [t(name === 'coverageEndsAt' ? 'coverageEnds' : name), time(order.deadlines[name]), left(order.deadlines[name])]);
    if (shipMidnight && order.status !== 'CLOSED') rows.push([t('shipBy'), order.deadlines.shipBy, left(shipMidnight)]);
    return [
      facts([[t('agreedShip'), s.agreedShipDate || shipBy() || t('open')], [t('actualShip'), s.actualShipDate],
        [t('onTime'), s.onTime === null || s.onTime === undefined ? '' : t(s.onTime ? 'yes' : 'no')], [t('declared'), t(s.declaredComplete ? 'yes' : 'no')]]),
      section(t('exportOrders'), s.exportOrders.length === 0 ? el('p', 'note', t('noExportOrders'))
        : table([t('exportOrderNo'), t('state'), t('port'), t('destination'), t('clearedOn')],
          s.exportOrders.map(x => [x.exportOrderNo, code(x.status), x.port, x.destination, x.clearedOn]))),
      section(t('deadlines'), order.frozen ? el('p', 'note', t('paused')) : rows.length === 0 ? el('p', 'note', t('noDeadlines')) : table([t('deadlines'), t('when'), ''], rows)),
    ];
  };

  // A detail is an instant, an amount, or codes followed by what somebody wrote.
  const detail = text => {
    if (!text) return '';
    if (/^\d{4}-.*Z$/.test(text)) return time(text);
    if (/^\d+\.\d\d$/.test(text)) return money(text);
    const [, amount, currency, method, reference] = /^(\d+\.\d\d) ([A-Z]{3}), ([A-Z_]+), (.*)$/.exec(text) || [];
    if (amount) return [money(amount, currency), code(method), reference].join(' · ');
    const [, codes, rest] = /^((?:[A-Z_]{2,}|\d+\.\d\d|C-?\w+| )+(?=:|$))?(.*)$/s.exec(text);
    return (codes || '').split(' ').map(part => (/^\d+\.\d\d$/.test(part) ? money(part) : code(part))).join(' ') + rest;
  };
  const record = () => [table([t('when'), t('who'), t('what'), t('detail'), t('version')],
    [...operations].reverse().map(o => [time(o.at), code(o.actor), action(o.action), detail(o.detail), String(o.contractVersion)]), [4])];

  const panes = [['tabDetails', details], ['tabFunds', money_], ['tabLogistics', logistics], ['tabRecord', record]];
  const body = el('div', 'pane');
  const show = (i, buttons) => {
    buttons.forEach((button, k) => button.setAttribute('aria-selected', String(k === i)));
    body.replaceChildren(...panes[i][1]());
  };
  const list = el('div', 'tabs');
  list.setAttribute('role', 'tablist');
  const buttons = panes.map(([name], i) => {
    const button = el('button', '', t(name));
    button.type = 'button';
    button.setAttribute('role', 'tab');
    button.addEventListener('click', () => show(i, buttons));
    list.append(button);
    return button;
  });
  body.setAttribute('role', 'tabpanel');
  node.replaceChildren(el('article', tabs ? 'order' : 'order compact', header(), stepper(), list, body, el('p', 'note zone', t('zone'))));
  show(0, buttons);
};
