// What the desk is told: a refusal at the top of the form it is about, until it is answered or left; success in a calm line.
import { lang } from '/orders/assets/webapp.js';
import { forget, openTask, startForm } from './forms.js';

const say = (en, zh) => (lang === 'zh' ? zh : en);
const DONE_SECONDS = 8;

const box = (kind, role, text) => {
  const line = document.createElement('div');
  line.className = `desk-notice alert alert-${kind}`;
  line.setAttribute('role', role);
  line.textContent = text;
  return line;
};
const plain = markup => new DOMParser().parseFromString(markup || '', 'text/html').body.textContent;

const formAt = () => document.querySelector('.modal-content .fjs-container') || document.querySelector('.fjs-container');
const clear = () => document.querySelectorAll('.desk-notice').forEach(notice => notice.remove());

/** Above the form and its tabs, where no redrawing of the form takes it away. */
const inList = () => document.querySelector('.tasks-list .task.active');
const place = () => document.querySelector('.modal-content .modal-body') || (inList() && document.querySelector('ul.nav-tabs'));
const refused = text => {
  const at = place();
  clear();
  const notice = box('danger', 'alert', text);
  if (at.matches('.modal-body')) at.prepend(notice);
  else at.parentNode.insertBefore(notice, at);
  notice.scrollIntoView({ block: 'nearest' });
};

const done = text => {
  const pane = document.querySelector('.task-details, [cam-tasklist-task]') || document.querySelector('.tasklist-page');
  clear();
  const line = box('success', 'status', text);
  pane.prepend(line);
  setTimeout(() => line.remove(), DONE_SECONDS * 1000);
};

/** Says what is wrong beside the field, if that is all; else what the server answered. */
const error = (notification, add) => {
  const form = formAt();
  const field = form && form.querySelector('.fjs-form-field-error');
  if (!notification.message && field) {
    const input = field.closest('.fjs-form-field').querySelector('input, textarea');
    clear();
    (input || field).focus();
    field.scrollIntoView({ block: 'center' });
  } else if (place()) refused(plain(notification.message || notification.status));
  else add({ duration: 10000, ...notification });
};

let ours = false;
/** Takes over what Tasklist tells, once it runs. */
export const listen = () => {
  const injector = window.angular && window.angular.element(document.body).injector();
  if (ours || !injector) return;
  ours = true;
  const notifications = injector.get('Notifications');
  const addError = notifications.addError.bind(notifications);
  notifications.addError = notification => error(notification, addError);
};

const refresh = () => {
  const card = document.querySelector('.task-card, [cam-tasklist-task]');
  let scope = card && window.angular.element(card).scope();
  while (scope && !scope.taskData && !scope.tasklistData) scope = scope.$parent;
  const data = scope && (scope.taskData || scope.tasklistData);
  if (data) scope.$applyAsync(() => ['task', 'taskList'].forEach(name => data.changed(name)));
};

const nameOf = selector => {
  const name = document.querySelector(selector);
  return name ? name.textContent.trim() : '';
};
const answered = (method, url, status) => {
  const [, kind, id, action] = /\/(task|process-definition)\/([^/?]+)\/(submit-form|claim)$/.exec(url) || [];
  if (method.toUpperCase() !== 'POST' || !id) return;
  if (action === 'claim' && status >= 400 && inList()) refresh();
  if (action !== 'submit-form' || status < 200 || status >= 300) return;
  forget(kind === 'task' ? id : startForm());
  done(say('Done: ', '已完成：') + nameOf(kind === 'task' ? '.task-card h2, .task-card h3' : '.modal-content .modal-title, .modal-content h3'));
};
const { open } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  this.addEventListener('loadend', () => answered(method, String(url), this.status));
  return open.call(this, method, url, ...rest);
};

// A refusal goes with its cause, or with the task.
let at = openTask();
addEventListener('hashchange', () => {
  if (openTask() !== at) document.querySelectorAll('.desk-notice.alert-danger').forEach(notice => notice.remove());
  at = openTask();
});
document.addEventListener('input', ({ target }) => {
  if (target.closest && target.closest('.fjs-container')) document.querySelectorAll('.desk-notice.alert-danger').forEach(notice => notice.remove());
}, true);
