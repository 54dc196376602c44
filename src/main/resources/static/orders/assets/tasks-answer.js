// The form of tasks that all ask for the same, filled in once: what a form of the engine asks, as plain fields of this page.
import { el } from './parts.js';

const SHOWN = ['text', 'html', 'table', 'image', 'separator', 'spacer', 'expression', 'button'];
const ASKED = ['textfield', 'textarea', 'select', 'radio', 'checkbox', 'datetime'];
const HIDE = /^= *(\w+) *(!=|=) *"([^"]*)" *$/;

/** Whether one answer serves all: nothing is offered, shown or hidden that each task has of its own. */
const asks = component => ASKED.includes(component.type) && !component.disabled && !component.readonly && !component.valuesKey && !component.valuesExpression
  && (component.type !== 'datetime' || component.subtype === 'date') && (!component.conditional || HIDE.test(component.conditional.hide || ''))
  && !String(component.defaultValue || '').startsWith('=');

const control = (component, half) => {
  const { type, values = [] } = component;
  if (type === 'textarea') return el('textarea', '');
  if (type === 'select' || type === 'radio') {
    const option = (value, label) => {
      const node = el('option', '', label);
      node.value = value;
      return node;
    };
    return el('select', '', option('', ''), values.map(({ value, label }) => option(value, half(label))));
  }
  const input = el('input', '');
  input.type = type === 'checkbox' ? 'checkbox' : type === 'datetime' ? 'date' : 'text';
  return input;
};

/** The fields of a form, or null if each of its tasks needs an answer of its own. */
export const answerFields = (form, { t, half }) => {
  const inputs = form.components.filter(component => !SHOWN.includes(component.type));
  if (!inputs.every(asks)) return null;
  const fields = inputs.map(component => {
    const input = control(component, half);
    input.id = `answer-${component.key}`;
    const wrong = el('span', 'wrong');
    wrong.id = `${input.id}-wrong`;
    wrong.setAttribute('role', 'alert');
    input.setAttribute('aria-describedby', wrong.id);
    const node = el('div', 'field', el('label', '', half(component.label || component.key), component.validate && component.validate.required ? ' *' : '', input), wrong);
    return { component, input, wrong, node };
  });
  const value = key => fields.find(({ component }) => component.key === key)?.input.value ?? '';
  const hidden = ({ component }) => {
    const [, key, operator, text] = HIDE.exec((component.conditional && component.conditional.hide) || '') || [];
    return key !== undefined && (value(key) === text) === (operator === '=');
  };
  const arrange = () => fields.forEach(field => { field.node.hidden = hidden(field); });
  fields.forEach(({ input }) => input.addEventListener('input', arrange));
  arrange();
  const purpose = form.components.filter(({ type, text = '' }) => type === 'text' && !text.includes('{{')).flatMap(({ text }) => text.split('\n\n'))
    .filter(text => /\p{Script=Han}/u.test(text) === document.documentElement.lang.startsWith('zh')).map(text => el('p', 'note', text));
  const fault = ({ component: { type, validate = {} }, input }) => {
    if (validate.required && (type === 'checkbox' ? !input.checked : input.value.trim() === '')) return t('required');
    if (validate.maxLength && input.value.length > validate.maxLength) return t('longest', validate.maxLength);
    return validate.pattern && input.value && !new RegExp(validate.pattern, 'u').test(input.value.trim()) ? half(validate.patternErrorMessage || '') || t('required') : '';
  };
  const asked = () => fields.filter(field => !field.node.hidden);
  return {
    nodes: [...purpose, ...fields.map(({ node }) => node)],
    check: () => {
      const faulty = asked().filter(field => {
        field.wrong.textContent = fault(field);
        field.input.setAttribute('aria-invalid', String(field.wrong.textContent !== ''));
        return field.wrong.textContent !== '';
      });
      if (faulty.length) faulty[0].input.focus();
      return faulty.length === 0;
    },
    variables: () => Object.fromEntries(asked().filter(({ component, input }) => component.type === 'checkbox' || input.value.trim() !== '').map(({ component, input }) => [component.key,
      component.type === 'checkbox' ? { value: input.checked, type: 'Boolean' } : { value: input.value.trim(), type: 'String' }])),
  };
};
