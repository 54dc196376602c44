// What the desk is told: a refusal at the top of the form it is about, until it is answered or left; success in a calm line.
import { lang } from '/orders/assets/webapp.js';
import { forget, startForm } from './forms.js';
import { leave, openTask } from './whereabouts.js';

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
const show = notice => {
  const at = place();
  if (at.matches('.modal-body')) at.prepend(notice);
  else at.parentNode.insertBefore(notice, at);
  notice.scrollIntoView({ block: 'nearest' });
};
const refused = (text, kind = '') => {
  clear();
  const notice = box('danger', 'alert', text);
  if (kind) notice.classList.add(kind);
  show(notice);
};

const done = text => {
  clear();
  const line = box('success', 'status', text);
  line.classList.add('done');
  document.body.append(line);
  setTimeout(() => line.remove(), DONE_SECONDS * 1000);
};

// What is typed lies in this browser, so an outage costs nothing but time. Nothing is sent again by itself: what was sent last may have arrived.
const ASKED_EVERY = 5000;
const NO_ANSWER = /Request has been terminated/;
let waiting = 0;
const reconnected = async id => {
  try {
    const answer = await fetch(id ? `/camunda/api/engine/engine/default/task/${encodeURIComponent(id)}` : '/actuator/health', { headers: { Accept: 'application/json' } });
    return answer.ok ? 'open' : answer.status < 500 && 'gone';
  } catch {
    return false;
  }
};
const goOn = async id => {
  const found = await reconnected(id);
  if (!found) return;
  clearInterval(waiting);
  waiting = 0;
  const waits = document.querySelector('.desk-notice.no-answer');
  if (found === 'gone') done(say('The connection is back. This task is done: what you sent last has arrived, or somebody else was faster.', '连接已恢复。此任务已完成：您最后的提交已送达，或他人已先行处理。'));
  else if (waits) {
    clear();
    show(box('success', 'status', say('The connection is back. Your input is kept; please press the button again.', '连接已恢复，填写内容已保留，请再次点击按钮。')));
  }
};
const unanswered = () => {
  const id = openTask();
  if (place()) refused(say('No connection to the server. Your input is kept in this browser; this page goes on trying.', '无法连接服务器。填写内容已保留在本浏览器，页面将继续尝试连接。'), 'no-answer');
  if (!waiting) waiting = setInterval(() => goOn(id), ASKED_EVERY);
};

/** Says what is wrong beside the field, if that is all; else what the server answered. */
const error = (notification, add) => {
  if (NO_ANSWER.test(`${notification.message} ${notification.status}`)) {
    unanswered();
    return;
  }
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
const ORDER = /^\d{14}$/;
const answered = (method, url, status, text) => {
  if (method.toUpperCase() === 'POST' && url.endsWith('/logout')) leave();
  const [, kind, id, action] = /\/(task|process-definition)\/([^/?]+)\/(submit-form|claim)$/.exec(url) || [];
  if (method.toUpperCase() !== 'POST' || !id) return;
  if (action === 'claim' && status >= 400 && inList()) refresh();
  if (action !== 'submit-form' || status < 200 || status >= 300) return;
  forget(kind === 'task' ? id : startForm());
  if (kind === 'task') document.dispatchEvent(new CustomEvent('desk-completed', { detail: id }));
  const { businessKey } = kind === 'task' ? {} : JSON.parse(text);
  // A new order says its number on its own page.
  if (ORDER.test(businessKey)) location.assign(`/orders/${businessKey}#opened`);
  else done(say('Done: ', '已完成：') + nameOf(kind === 'task' ? '.task-card h2, .task-card h3' : '.modal-content .modal-title, .modal-content h3'));
};
const { open } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  this.addEventListener('loadend', () => answered(method, String(url), this.status, ['', 'text'].includes(this.responseType) ? this.responseText : '{}'));
  return open.call(this, method, url, ...rest);
};

document.addEventListener('desk-said', ({ detail }) => setTimeout(() => done(detail), 600));

// A refusal goes with its cause, or with the task.
let at = openTask();
addEventListener('hashchange', () => {
  if (openTask() !== at) document.querySelectorAll('.desk-notice.alert-danger').forEach(notice => notice.remove());
  at = openTask();
});
document.addEventListener('input', ({ target }) => {
  if (target.closest && target.closest('.fjs-container')) document.querySelectorAll('.desk-notice.alert-danger').forEach(notice => notice.remove());
}, true);
