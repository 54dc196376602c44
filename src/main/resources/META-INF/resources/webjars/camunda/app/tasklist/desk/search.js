// The search box of all our pages stands in Tasklist's bar too; the box above a queue asks for what our tasks have.
import { place } from '/orders/assets/find.js';
import { lang } from '/orders/assets/webapp.js';

const say = (en, zh) => (lang === 'zh' ? zh : en);

// Of thirty terms of the engine these say something to a desk; the first is what a bare text is taken for.
const CRITERIA = [
  ['processInstanceBusinessKey', say('Order', '订单号')], ['taskVariables', say('Buyer, supplier, amount …', '买家、供应商、金额…')], ['due', say('Due', '截止日期')],
  ['assignee', say('Claimed by', '认领人')], ['created', say('Came', '产生时间')],
];
const speakOurs = () => document.querySelectorAll('[cam-widget-search]').forEach(widget => {
  const scope = window.angular.element(widget).isolateScope();
  if (!scope || !scope.types || scope.types.length <= CRITERIA.length) return;
  const ours = CRITERIA.map(([key, value]) => [scope.types.find(({ id }) => id.key === key), value]).filter(([type]) => type);
  if (ours.length !== CRITERIA.length) return;
  scope.$applyAsync(() => scope.types.splice(0, scope.types.length, ...ours.map(([type, value]) => Object.assign(type, { id: { key: type.id.key, value } }))));
});

/** Puts the box into the bar, and our words into Tasklist's own. */
export const searchByOurs = () => {
  const bar = document.querySelector('[cam-widget-header] .navbar-header');
  if (bar && !document.querySelector('.desk-find')) {
    const slot = document.createElement('div');
    slot.className = 'desk-find';
    bar.after(slot);
    place(slot);
  }
  if (window.angular) speakOurs();
};

// A whole order number finds the tasks of the order in the queue at hand; whatever else is typed is looked for in all there is.
const ORDER = /^\d{14}$/;
document.addEventListener('keydown', event => {
  const box = event.target;
  if (event.key !== 'Enter' || !box.matches || !box.matches('[cam-widget-search] .main-field')) return;
  const text = box.value.normalize('NFKC').replace(/\s/g, '');
  if (text === '' || event.isComposing) return;
  event.stopImmediatePropagation();
  event.preventDefault();
  const typed = box.value;
  box.value = '';
  box.dispatchEvent(new Event('input', { bubbles: true }));
  if (!ORDER.test(text)) {
    const all = document.querySelector('.desk-find input');
    all.value = typed.trim();
    all.focus();
    all.dispatchEvent(new Event('input', { bubbles: true }));
    return;
  }
  const [path, query] = location.hash.split('?');
  const search = new URLSearchParams(query);
  // The quotes keep Tasklist from reading a number.
  search.set('searchQuery', JSON.stringify([{ type: 'taskVariables', operator: 'eq', name: 'orderNo', value: `'${text}'` }]));
  search.delete('page');
  location.hash = `${path || '#/'}?${search}`;
}, true);
