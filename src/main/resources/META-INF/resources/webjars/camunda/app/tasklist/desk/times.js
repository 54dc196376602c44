// Tasklist tells times by the browser's clock; for orders it is as late as the application's says, which a sandbox moves and stops.
import { clockAt, read } from '/orders/assets/order.js';

const SECONDS = 20;
const JUMP = 2000;

let clock = clockAt(new Date().toISOString(), true);
let injector = null;

export const now = () => clock.now();

/** Has what stands on the page told anew. */
const tell = () => {
  document.querySelectorAll('.days-left').forEach(chip => chip.remove());
  const root = injector && injector.get('$rootScope');
  if (root) root.$applyAsync(() => root.$broadcast('amMoment:localeChanged'));
};
const ask = async () => {
  if (document.hidden) return;
  try {
    const answer = await read('/clock');
    const before = now();
    clock = clockAt(answer.now, answer.running);
    if (Math.abs(now() - before) > JUMP) tell();
  } catch {
    // Until the next answer the clock goes on as it did.
  }
};

// "in 2 days", "a month ago": its date library asks what time it is.
const relativeTimes = () => {
  const page = window.angular && window.angular.element(document.body).injector();
  if (injector || !page) return;
  injector = page;
  injector.get('moment').now = () => now().getTime();
  tell();
};

const owner = (scope, name) => {
  let owns = scope;
  while (owns && !Object.hasOwn(owns, name)) owns = owns.$parent;
  return owns;
};

// Red is what is over. The open task's dates are texts of the browser's zone, those of the list name theirs.
const overdue = () => document.querySelectorAll('.due-date, .followup-date').forEach(date => {
  const scope = injector && owner(window.angular.element(date).scope(), 'now');
  if (!scope || Object.getOwnPropertyDescriptor(scope, 'now').get) return;
  const local = date.closest('[cam-tasklist-task-meta]');
  const get = () => (local ? injector.get('moment')().format('YYYY-MM-DDTHH:mm:ss') : now().toISOString());
  scope.$applyAsync(() => Object.defineProperty(scope, 'now', { get, set() {} }));
});

// A calendar opens at today, that of a form and that of a follow-up date.
const opened = new WeakSet();
const followUps = () => document.querySelectorAll('.uib-daypicker').forEach(picker => {
  const scope = injector && owner(window.angular.element(picker).scope(), 'formData');
  if (!scope || !scope.editing) opened.delete(picker);
  else if (!opened.has(picker)) {
    opened.add(picker);
    if (!scope.varValue) scope.$applyAsync(() => Object.assign(scope.formData, { dateValue: new Date(now().setSeconds(0, 0)) }));
  }
});
const calendars = () => document.querySelectorAll('.flatpickr-input').forEach(({ _flatpickr: picker }) => {
  if (!picker || opened.has(picker)) return;
  opened.add(picker);
  // Emptied, it goes back to where it began.
  Object.assign(picker, { now: now(), _initialDate: now() });
  if (picker.selectedDates.length === 0) picker.jumpToDate(picker.now);
});

/** Has a page go by the application's clock, what is new to it too. */
export const goByOurs = () => {
  relativeTimes();
  overdue();
  calendars();
  followUps();
};

await ask();
setInterval(ask, SECONDS * 1000);
