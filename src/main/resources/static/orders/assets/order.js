// Reads an order as the calling login may see it, and draws it.
import { dates, el, link } from './parts.js';
import { details, logistics, money_, record } from './panes.js';
import { next } from './next.js';
import { why } from './why.js';
import { words } from './words.js';

export { clockAt, countdown } from './parts.js';

const STEPS = ['DRAFT', 'CONFIRM', 'PAYMENT', 'SHIPMENT', 'RECEIPT', 'COMPLETE'];
const PANES = [['tabDetails', details], ['tabFunds', money_], ['tabLogistics', logistics], ['tabRecord', record], ['tabWhy', why]];

export const read = async (path, signal) => {
  const answer = await fetch(`/api/v1${path}`, { credentials: 'same-origin', headers: { Accept: 'application/json' }, signal });
  if (answer.status === 401) {
    // Asked for again, the page leads to the login and from there back to itself; an application knows its own way.
    if (dispatchEvent(new Event('login-lost', { cancelable: true }))) location.reload();
  }
  if (!answer.ok) {
    throw Object.assign(new Error(answer.statusText), { status: answer.status });
  }
  return answer.json();
};

const all = async (path, signal) => {
  const items = [];
  for (let cursor = ''; cursor !== null;) {
    const page = await read(`${path}?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`, signal);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
};

/** What the calling login may see of an order. */
export const load = async (orderNo, signal) => {
  const path = `/orders/${encodeURIComponent(orderNo)}`;
  const order = await read(path, signal);
  const [funds, contracts, operations, disputes, feedback, explanation, transports, payment] = await Promise.all([
    read(`${path}/funds`, signal), all(`${path}/contracts`, signal), all(`${path}/operations`, signal), all(`${path}/disputes`, signal),
    read(`${path}/feedback`, signal), read(`${path}/explanation`, signal), read('/transports', signal),
    order.actions.buyer.includes('pay') ? read(`${path}/payment-details`, signal) : null]);
  // Whoever reads decisions is of the desks: they see the money that speaks against closing an unpaid order.
  const unpaid = order.status === 'AWAITING_DEPOSIT' && explanation.decisions ? (await read(`/overview/radar?orderNo=${order.orderNo}`, signal)).orders : [];
  return { order, funds, contracts, operations, disputes, feedback, explanation, transports: transports.items, payment, evidence: unpaid.flatMap(({ evidence }) => evidence) };
};

const head = ({ order, operations, t, code, status }, { pageLink, cockpit, level }) => {
  const copy = el('button', 'plain', t('copy'));
  copy.type = 'button';
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(order.link);
      copy.textContent = t('copied');
      setTimeout(() => { copy.textContent = t('copy'); }, 4000);
    } catch {
      // No clipboard here: the link stands where it can be copied by hand.
      copy.replaceWith(link(order.link, order.link));
    }
  });
  const links = [copy];
  if (pageLink) links.push(link(`/orders/${order.orderNo}`, t('openPage')));
  if (cockpit) links.push(link(cockpit, t('cockpit')));
  const refused = operations.filter(o => o.action === 'export-service-checked').pop()?.detail === 'REFUSED';
  const nav = el('nav', 'links', links);
  nav.setAttribute('aria-label', t('links'));
  return el('header', 'order-head',
    el('div', '', el(level, '', `${t('order')} ${order.orderNo}`),
      el('p', 'states', el('span', order.status === 'CLOSED' ? 'chip bad' : 'chip strong', status(order)),
        order.frozen ? el('span', 'chip bad', t('frozen')) : null,
        order.processFault ? el('span', 'chip bad', t('halted')) : null,
        order.pendingChecks.map(check => el('span', 'chip warn', check === 'EXPORT_SERVICE' && refused ? t('exportRefused') : code(check))),
        order.proposedVersion ? el('span', 'chip warn', t('proposed', order.proposedVersion)) : null)),
    nav);
};

const stepper = ({ order, code }) => {
  const at = STEPS.indexOf(order.step);
  const done = order.status === 'COMPLETED';
  return el('ol', 'steps', STEPS.map((step, i) => {
    const item = el('li', i < at || done ? 'done' : i === at ? (order.status === 'CLOSED' ? 'stopped' : 'now') : '', el('i', ''), el('span', '', code(`STEP_${step}`)));
    if (i === at && !done) item.setAttribute('aria-current', 'step');
    return item;
  }));
};

/** The tabs, by mouse and by arrow keys; on paper all of them stand below each other. */
const tabs = view => {
  const list = el('div', 'tabs');
  list.setAttribute('role', 'tablist');
  const panes = PANES.map(([name, fill]) => {
    const pane = el('div', 'pane', el('h3', 'paper', view.t(name)), fill(view));
    pane.id = `order-${name}`;
    pane.setAttribute('role', 'tabpanel');
    pane.setAttribute('aria-label', view.t(name));
    return pane;
  });
  const buttons = PANES.map(([name], i) => {
    const button = el('button', '', view.t(name));
    button.type = 'button';
    button.setAttribute('role', 'tab');
    button.setAttribute('aria-controls', panes[i].id);
    return button;
  });
  const show = i => buttons.forEach((button, k) => {
    button.setAttribute('aria-selected', String(k === i));
    button.tabIndex = k === i ? 0 : -1;
    panes[k].hidden = k !== i;
  });
  buttons.forEach((button, i) => button.addEventListener('click', () => show(i)));
  list.addEventListener('keydown', event => {
    const i = buttons.indexOf(event.target);
    const to = { ArrowRight: (i + 1) % buttons.length, ArrowLeft: (i + buttons.length - 1) % buttons.length, Home: 0, End: buttons.length - 1 }[event.key];
    if (i < 0 || to === undefined) return;
    event.preventDefault();
    show(to);
    buttons[to].focus();
  });
  list.append(...buttons);
  show(0);
  return [list, ...panes];
};

/** Draws an order into a node, for a viewer who is BUYER, SUPPLIER or somebody else; {clock} is the application's, which a sandbox may have moved. */
export const draw = (node, data, { lang, viewer = '', clock, pageLink = false, cockpit = null, level = 'h2' }) => {
  const view = { ...data, ...words(lang, viewer, data.transports), ...dates(lang), lang, viewer, clock };
  node.replaceChildren(el('article', 'order', head(view, { pageLink, cockpit, level }), stepper(view), next(view), tabs(view), el('p', 'note zone', view.t('zone'))));
};
