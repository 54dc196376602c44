// Hands the open task over to a colleague by name. What Tasklist has for that asks for a login and says nothing if there is none.
import { read } from '/orders/assets/order.js';
import { lang, onChange } from '/orders/assets/webapp.js';

const say = (en, zh) => (lang === 'zh' ? zh : en);
let people = null;

const colleagues = () => {
  people = people || read('/tasks/team').then(({ items }) => {
    const known = new Map();
    items.forEach(desk => desk.members.filter(({ member }) => member).forEach(member => known.set(member.login, member)));
    return [...known.values()];
  }, () => {
    people = null;
    return [];
  });
  return people;
};
setInterval(() => { people = null; }, 60000);

const option = (value, text) => {
  const node = document.createElement('option');
  node.value = value;
  node.textContent = text;
  return node;
};
const nameOf = ({ name, absence }) => (absence && absence.now ? say(`${name}: away, goes to ${absence.deputy.name}`, `${name}：不在，转代理人 ${absence.deputy.name}`) : name);

const fill = async select => select.replaceChildren(option('', say('Hand over to …', '转交给…')), ...(await colleagues()).map(person => option(person.login, nameOf(person))));

/** Who has the task, by name too: Tasklist may read only one's own. */
const named = async () => {
  const fields = document.querySelectorAll('[cam-tasklist-task-meta] .assignee [cam-widget-inline-field] span');
  if (fields.length === 0) return;
  const all = await colleagues();
  fields.forEach(({ firstChild: text, childElementCount: within }) => {
    const known = text && within === 0 && all.find(({ login, name }) => login === text.data.trim() && name !== login);
    if (known) text.data = known.name;
  });
};

const put = () => {
  named();
  const actors = document.querySelector('[cam-tasklist-task-meta] ul.actors');
  // The field for a login is only read.
  document.querySelectorAll('[cam-tasklist-task-meta] .assignee [cam-widget-inline-field]').forEach(field => { field.inert = true; });
  if (!actors || actors.querySelector('.hand-over') || !window.angular.element(actors).scope()) return;
  const item = document.createElement('li');
  item.className = 'hand-over';
  const select = document.createElement('select');
  select.setAttribute('aria-label', say('Hand over to a colleague', '转交给同事'));
  item.append(select);
  actors.append(item);
  fill(select);
  select.addEventListener('focus', () => fill(select));
  select.addEventListener('change', async () => {
    const person = (await colleagues()).find(({ login }) => login === select.value);
    if (!person) return;
    const { absence } = person;
    const login = absence && absence.now ? absence.deputy.login : person.login;
    const scope = window.angular.element(actors).scope();
    select.value = '';
    scope.$applyAsync(() => scope.setAssignee(login));
  });
};
onChange(put);
