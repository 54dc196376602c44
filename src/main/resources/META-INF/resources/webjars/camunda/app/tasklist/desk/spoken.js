// Names for what Tasklist shows by a picture alone: whoever hears a page has nothing else.
import { lang } from '/orders/assets/webapp.js';

const NAMES = [
  ['.region-toggle[data-region=filters]', 'Hide or show the queues', '收起或展开队列'],
  ['.region-toggle[data-region=list]', 'Hide or show the list of tasks', '收起或展开任务列表'],
  ['.region-toggle[data-region=task]', 'Hide or show the task', '收起或展开任务'],
  ['button.maximize', 'Task over the whole page', '任务占满页面'],
  ['[cam-widget-search] button.dropdown-toggle', 'What to do with this search', '对此搜索的操作'],
  ['button.unclaim', 'Put the task back', '退回任务'],
  ['[cam-widget-search] .main-field', 'Filter tasks', '筛选任务'],
];

export const nameAll = () => {
  NAMES.forEach(([selector, en, zh]) => document.querySelectorAll(selector).forEach(node => {
    if (!node.hasAttribute('aria-label')) node.setAttribute('aria-label', lang === 'zh' ? zh : en);
  }));
  // It opens a list and says whether the list is open, as that role alone may.
  document.querySelectorAll('[cam-widget-search] .main-field:not([role])').forEach(field => field.setAttribute('role', 'combobox'));
};
