// The engine's own doors, which Tasklist uses too: what they refuse is refused here as there, in the reader's language.
const DOOR = '/camunda/api/engine/engine/default';
const HEADER = 'X-XSRF-TOKEN';

/** The engine tells a session's token once, where it makes it; a page that is drawn later knows it. No other site can read either. */
const asked = async () => {
  const told = (await fetch('/camunda/api/engine/engine')).headers.get(HEADER);
  if (told) return told;
  const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html');
  return page.querySelector('main') && page.querySelector('main').dataset.token;
};
let token = null;
const tokenOf = () => {
  token = token || (document.querySelector('main').dataset.token ? Promise.resolve(document.querySelector('main').dataset.token) : asked());
  return token;
};

export class Refused extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

const answered = async answer => {
  if (answer.ok) return answer.status === 204 ? null : answer.json();
  let said = {};
  try {
    said = await answer.json();
  } catch {
    // An answer without words; its status says enough.
  }
  throw new Refused(said.type === 'Refusal' || said.title ? said.message || said.detail || said.title : '', answer.status);
};

const call = async (address, options) => {
  let answer;
  try {
    answer = await fetch(address, options);
  } catch {
    throw new Refused('', 0);
  }
  return answered(answer);
};

/** Changes something at a door of the engine; throws what it refuses, with its sentence if it has one. */
export const post = async (path, body) => call(DOOR + path, {
  method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json', [HEADER]: await tokenOf() }, body: JSON.stringify(body),
});
export const get = path => call(DOOR + path, { headers: { Accept: 'application/json' } });

/** Changes something at a door of our own pages, by the token of the form that logs out. */
export const change = (method, path, body) => call(path, {
  method,
  headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-TOKEN': document.querySelector('form[action="/logout"] input').value },
  body: body && JSON.stringify(body),
});

export const claim = (task, me) => post(`/task/${task}/claim`, { userId: me });
export const assign = (task, login) => post(`/task/${task}/assignee`, { userId: login });
export const submit = (task, variables) => post(`/task/${task}/submit-form`, { variables });
