// What Tasklist lacks for our desks. It waits for this module before it starts.
import { clockAt, countdown, draw, load, read } from '/orders/assets/order.js';
import { halve, lang, loginIsOurs, onChange, patient, speak } from '/orders/assets/webapp.js';
import { words } from '/orders/assets/words.js';
import { adopt } from './forms.js';
import { listen } from './notices.js';
import { begin } from './queue.js';
import { searchByOurs } from './search.js';
import { nameAll } from './spoken.js';
import './team.js';
import { goByOurs, now } from './times.js';
import { wayBack } from './whereabouts.js';

const { t } = words(lang);

patient();
await speak('tasklist');
loginIsOurs(wayBack);
await begin();

// The form library speaks English only.
const SENTENCES = [
  [/^Nothing to show\.$/, '无内容。'], [/^Select$/, '请选择'], [/^Add new$/, '添加一行'], [/^Remove$/, '删除'], [/^Show all \((\d+)\)$/, '显示全部（$1）'], [/^Show less$/, '收起'],
  [/^Search$/, '搜索'], [/^No results$/, '无结果'],
];
const inChinese = form => {
  const walker = document.createTreeWalker(form, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.trim();
    const sentence = SENTENCES.find(([pattern]) => pattern.test(text));
    if (sentence) node.data = text.replace(...sentence);
  }
};

const WEEK = ['日', '一', '二', '三', '四', '五', '六'];
const MONTHS = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);
const CALENDAR = { weekdays: { shorthand: WEEK, longhand: WEEK.map(day => `星期${day}`) }, months: { shorthand: MONTHS, longhand: MONTHS }, firstDayOfWeek: 1, yearAriaLabel: '年' };
const calendarInChinese = form => form.querySelectorAll('.flatpickr-input').forEach(({ _flatpickr: picker }) => {
  // The names of the months are drawn with the calendars, so their number is set too.
  if (picker && picker.config.locale !== CALENDAR) picker.set({ locale: CALENDAR, showMonths: 1 });
});

// The calendar of due and follow-up dates asks the framework, which comes in English.
let named = false;
const nameMonths = () => {
  const injector = window.angular && window.angular.element(document.body).injector();
  if (named || !injector) return;
  named = true;
  const days = WEEK.map(day => `星期${day}`);
  Object.assign(injector.get('$locale').DATETIME_FORMATS, { MONTH: MONTHS, STANDALONEMONTH: MONTHS, SHORTMONTH: MONTHS, DAY: days, SHORTDAY: WEEK });
};

// The text without labels says its purpose in a paragraph for each language: readers see theirs. Facts, in whatever language, all show.
const HAN = /\p{Script=Han}/u;
const oneLanguage = form => form.querySelectorAll('.fjs-form-field-text p:not([data-language])').forEach(p => {
  p.dataset.language = HAN.test(p.textContent) ? 'zh' : 'en';
  const purpose = !p.parentNode.querySelector('strong');
  if (purpose && p.dataset.language !== lang && [...p.parentNode.querySelectorAll('p')].some(other => HAN.test(other.textContent) === (lang === 'zh'))) p.hidden = true;
});

// Times of orders are those of their zone; whoever reads them elsewhere is told so.
const ZONE = new Date().getTimezoneOffset() === -480 ? '' : ` ${lang === 'zh' ? '（北京时间）' : '(Beijing time)'}`;
const MINUTE = /^\d{4}-\d\d-\d\d \d\d:\d\d$/;
const zoned = () => ZONE && document.querySelectorAll('.tasks-list .variable-value').forEach(({ firstChild: text }) => {
  if (text && text.nodeType === Node.TEXT_NODE && MINUTE.test(text.data.trim())) text.data = text.data.trim() + ZONE;
});

// Beside a date of a form stands how many days are left, by the application's clock.
const daysLeft = form => form.querySelectorAll('.fjs-form-field-text strong').forEach(label => {
  const text = label.nextSibling;
  const parts = text && /截止|Until|发货期限|Ship by/.test(label.textContent) && /^\s*(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?/.exec(text.data);
  if (!parts || (text.nextSibling && text.nextSibling.className === 'days-left')) return;
  const due = new Date(`${parts[1]}T${parts[2] || '24:00'}:00+08:00`);
  text.splitText(parts[0].length);
  const chip = document.createElement('span');
  chip.className = 'days-left';
  const { text: words, level } = countdown(due, now(), t);
  chip.textContent = words + (parts[2] ? ZONE : '');
  chip.dataset.level = level;
  text.after(chip);
});

// The engine keeps one name for a task and a process; the models know the other.
let names = {};
const name = root => root.querySelectorAll('.task .names a, .task h4 a, .task h6, .task .clickable, .task-card h2, .task-card h3, .names, .process-definition, .modal-body a, .modal-title, .modal-header *')
  .forEach(node => node.childNodes.forEach(text => {
    if (text.nodeType !== Node.TEXT_NODE) return;
    const [, before, english] = /^(.*?[:：]\s+)?(.*)$/s.exec(text.data.trim());
    if (Object.hasOwn(names, english)) text.data = text.data.replace(text.data.trim(), (before || '') + names[english]);
  }));

// How many tasks wait in each queue; Tasklist counts only the open one. One question at a time, however fast somebody clicks.
let counting = false;
const counts = async () => {
  if (counting || document.hidden || !document.querySelector('.task-filter')) return;
  counting = true;
  try {
    const answer = await fetch('/camunda/api/engine/engine/default/filter?resourceType=Task&itemCount=true&maxResults=100&firstResult=0', { headers: { Accept: 'application/json' } });
    if (!answer.ok) return;
    const byName = new Map((await answer.json()).map(filter => [filter.name, filter.itemCount]));
    document.querySelectorAll('.task-filter').forEach(queue => {
      const scope = window.angular.element(queue).scope();
      const waiting = scope && scope.filter && byName.get(scope.filter.name);
      let badge = queue.querySelector('.queue-count');
      if (!waiting || queue.classList.contains('active')) {
        if (badge) badge.remove();
        return;
      }
      if (!badge) {
        badge = document.createElement('span');
        badge.className = 'queue-count';
        (queue.querySelector('a, h4') || queue).append(badge);
      }
      if (badge.textContent !== String(waiting)) badge.textContent = waiting;
    });
  } catch {
    // The next round may succeed.
  } finally {
    counting = false;
  }
};
setInterval(counts, 20000);
setTimeout(counts, 2500);
addEventListener('hashchange', () => setTimeout(counts, 1000));

// When a task is due follows its order; an administrator alone may set another date.
const dueIsFixed = () => document.querySelectorAll('[cam-tasklist-task-meta] .due-date').forEach(date => {
  const { authentication } = window.angular.element(document.body).injector().get('$rootScope');
  date.inert = !(authentication && authentication.canAccess('admin'));
});

const PRODUCT = lang === 'zh' ? '信用保障订单 · 运营台' : 'Trade Assurance Orders · Desk';
const tidy = () => {
  listen();
  adopt();
  goByOurs();
  searchByOurs();
  dueIsFixed();
  nameAll();
  zoned();
  document.querySelectorAll('.fjs-form').forEach(form => {
    oneLanguage(form);
    daysLeft(form);
    if (lang === 'zh') {
      inChinese(form);
      calendarInChinese(form);
    }
  });
  const brand = document.querySelector('.brand-name');
  if (brand && brand.textContent !== PRODUCT) {
    brand.textContent = PRODUCT;
    brand.closest('a').title = PRODUCT;
  }
  if (document.title !== PRODUCT) document.title = PRODUCT;
  halve(document.body);
  // The engine describes a task by its documentation in the model, which is an analyst's.
  document.querySelectorAll('.nav-tabs li[ng-repeat^="taskDetailTab "]').forEach(tab => {
    const scope = window.angular.element(tab).scope();
    if (scope && scope.taskDetailTab && scope.taskDetailTab.id === 'task-detail-description') tab.style.display = 'none';
  });
  if (lang === 'zh') {
    name(document);
    nameMonths();
  }
};
onChange(tidy);
if (lang === 'zh') read('/names').then(known => { names = known; name(document); }, () => {});

const stylesheet = document.createElement('link');
stylesheet.rel = 'stylesheet';
stylesheet.href = '/orders/assets/order.css';
document.head.append(stylesheet);

let shown = 0;
export default [{
  id: 'order-panel',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: t('order') },
  async render(node, { taskId }) {
    const mine = ++shown;
    this.calls = new AbortController();
    const { signal } = this.calls;
    node.textContent = t('loading');
    try {
      const task = await read(`/tasks/${encodeURIComponent(taskId)}`, signal);
      const data = task.orderNo && await load(task.orderNo, signal);
      if (mine !== shown) return;
      if (data) draw(node, data, { lang, clock: clockAt(task.now, task.clockRuns), pageLink: true, cockpit: task.cockpit });
      else node.textContent = t('noOrder');
    } catch (problem) {
      if (problem.name !== 'AbortError' && mine === shown) node.textContent = t(problem.status === 404 ? 'notFound' : 'failed');
    }
  },
  unmount() {
    shown += 1;
    if (this.calls) this.calls.abort();
  },
}];
