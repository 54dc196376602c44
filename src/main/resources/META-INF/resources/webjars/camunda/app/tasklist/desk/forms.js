// What the form library lacks for our desks: it reads what people mean, says what is missing in their language, and keeps what they wrote.
import { lang } from '/orders/assets/webapp.js';
import { begin } from './begun.js';
import { openTask } from './whereabouts.js';

const inChinese = lang === 'zh';
const say = (en, zh) => (inChinese ? zh : en);
const half = both => both.split(' / ')[inChinese ? 0 : 1] || both;

// A field's text as it is meant: the server reads it in the same way (TypedText).
const trimmed = text => text.replace(/^[\s\p{Z}]+|[\s\p{Z}]+$/gu, '');
const GROUPED = /^(?:USD|US\$|\$)? ?((?:[1-9][0-9]{0,2}(?:[, '][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?) ?(?:USD)?$/i;
const ungrouped = text => {
  const amount = GROUPED.exec(text);
  return amount ? amount[1].replace(/[, ']/g, '') : text;
};
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
export const understood = ({ type, validate = {} }, text) => {
  if (typeof text !== 'string' || !['textfield', 'textarea'].includes(type)) return text;
  const form = validate.pattern ? new RegExp(validate.pattern, 'u') : validate.validationType === 'email' && EMAIL;
  const plain = trimmed(text);
  if (!form || form.test(plain)) return plain;
  const narrow = trimmed(plain.normalize('NFKC'));
  return [narrow, ungrouped(narrow), narrow.toUpperCase()].find(read => form.test(read)) || plain;
};

// The library's own sentences name patterns and know one language.
const SENTENCES = [
  [/is required/, () => say('Please fill this in.', '此项必填。')],
  [/match pattern/, ({ validate }) => half(validate.patternErrorMessage || '格式不符。 / This cannot be read.')],
  [/email/, () => say('Please enter an e-mail address, such as name@example.com.', '请填写邮箱地址，如 name@example.com。')],
  [/phone/, () => say('Please enter a phone number with its country code.', '请填写含国家代码的电话号码。')],
  [/maximum length of (\d+)/, (field, [, most]) => say(`At most ${most} characters.`, `最多 ${most} 个字符。`)],
  [/minimum length of (\d+)/, (field, [, least]) => say(`At least ${least} characters.`, `至少 ${least} 个字符。`)],
  [/maximum value of (.+)\.$/, (field, [, most]) => say(`At most ${most}.`, `最大为 ${most}。`)],
  [/minimum value of (.+)\.$/, (field, [, least]) => say(`At least ${least}.`, `最小为 ${least}。`)],
  [/be an integer/, () => say('A whole number, please.', '请填写整数。')],
  [/at most (\d+) decimal/, (field, [, digits]) => say(`At most ${digits} decimals.`, `最多 ${digits} 位小数。`)],
  [/two nearest valid values are (.+) and (.+)\.$/, (field, [, below, above]) => say(`${below} or ${above}.`, `可填 ${below} 或 ${above}。`)],
];
const sentence = (field, error) => {
  const known = SENTENCES.find(([pattern]) => pattern.test(error));
  return known ? known[1](field, known[0].exec(error)) : say('This cannot be taken.', '此内容无法接受。');
};

// The library hands its services to whatever it draws; that is where a page finds them.
const servicesOf = container => {
  const open = [container.__k];
  for (let seen = 0; open.length > 0 && seen < 50; seen += 1) {
    const drawn = open.shift();
    if (!drawn) continue;
    const { value } = drawn.props || {};
    if (value && value.getService) return value.getService;
    open.push(...[].concat(drawn.__k || []));
  }
  return null;
};

// Drafts are kept in this browser, for a person and a task, or a form that starts a process.
const DAYS = 30;
const person = () => window.angular.element(document.body).injector().get('$rootScope').authentication.name;
const place = task => `desk-draft:${person()}:${task}`;
const read = key => {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
};
const forgetOld = () => Object.keys(localStorage).filter(key => key.startsWith('desk-draft:')).forEach(key => {
  const draft = read(key);
  if (!draft || Date.now() - draft.at > DAYS * 86400000) localStorage.removeItem(key);
});
let starting = '';
export const startForm = () => starting;
export const forget = task => localStorage.removeItem(place(task));
const SHOWN = ['text', 'html', 'table', 'image', 'separator', 'spacer', 'iframe', 'button', 'group', 'expression', 'default'];
const keep = (key, fields, { data }) => {
  const asked = fields.getAll().filter(field => !SHOWN.includes(field.type) && !field.disabled).map(field => field.key || field.path);
  const written = Object.fromEntries(Object.entries(data).filter(([name, value]) => asked.includes(name) && value !== null && value !== ''));
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), written }));
  } catch {
    // A full store keeps nothing new; the form itself still has it.
  }
};

const known = new WeakMap();
const take = container => {
  const service = servicesOf(container);
  if (!service) return;
  const form = service('form');
  const fields = service('formFieldRegistry');
  const validator = service('validator');
  known.set(container, fields);
  for (const method of ['validateField', 'validateFieldInstance']) {
    const check = validator[method].bind(validator);
    validator[method] = (instance, value) => {
      const field = fields.get(instance.id);
      return check(instance, field ? understood(field, value) : value).map(error => sentence(field || instance, error));
    };
  }
  if (container.closest('.modal-content')) starting = form._getState().schema.id;
  const key = place(container.closest('.modal-content') ? starting : openTask());
  const draft = read(key);
  if (draft) form._setState({ data: { ...form._getState().data, ...draft.written } });
  else begin(form, openTask());
  form.on('changed', state => keep(key, fields, state));
};

// Complete can always be clicked: the click itself says what is missing. Otherwise a click right after a correction comes too early.
const alwaysOpen = container => {
  const view = container.closest('.modal-content') || container.closest('[cam-tasklist-form]');
  view.querySelectorAll('button[ng-click="startProcessInstance()"], button[ng-click="complete()"]').forEach(button => {
    const scope = window.angular.element(button).scope();
    const own = scope && Object.getOwnPropertyDescriptor(scope, '$invalid');
    if (scope && !(own && own.get)) scope.$applyAsync(() => Object.defineProperty(scope, '$invalid', { configurable: true, get: () => false, set() {} }));
  });
};

/** Makes the forms of a page, those that are new to it, ours. */
export const adopt = () => document.querySelectorAll('.fjs-container').forEach(form => {
  const container = form.parentNode.__k ? form.parentNode : form;
  if (!known.has(container)) take(container);
  alwaysOpen(container);
});

// What was read shows when the field is left, before the library looks at it.
document.addEventListener('blur', ({ target }) => {
  const container = target.closest && target.matches('input, textarea') && target.closest('.fjs-container');
  const fields = container && (known.get(container) || known.get(container.parentNode));
  const field = fields && fields.getAll().find(({ id }) => new RegExp(`-${id}(_\\d+)*$`).test(target.id));
  const meant = field && understood(field, target.value);
  if (!field || meant === target.value) return;
  target.value = meant;
  target.dispatchEvent(new Event('input', { bubbles: true }));
}, true);

// The first choice is the one that the first arrow points to: the list alone would go to the second at once, which may be the one that cannot be taken back.
let pointed = null;
document.addEventListener('keydown', event => {
  const select = event.key === 'ArrowDown' && event.target.closest && event.target.closest('.fjs-form-field-select');
  if (!select || select === pointed) return;
  pointed = select;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);
document.addEventListener('focusin', ({ target }) => {
  if (pointed && !pointed.contains(target)) pointed = null;
}, true);

forgetOld();
