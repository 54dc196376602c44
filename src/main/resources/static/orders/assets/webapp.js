// What Tasklist, Cockpit, Admin and Welcome share. Each waits for its settings, and so for this, before it starts.
import { language } from './words.js';

export const lang = language();

/** An application gives its parts seven seconds to arrive and then stays blank; a slow line takes longer. */
export const patient = () => {
  const loader = window.requirejs || window.require;
  if (loader && loader.config) loader.config({ waitSeconds: 60 });
};

/**
 * Puts an application's labels into its cache before it asks. Else it draws what is ready with raw keys while they are on their way, and
 * of two locales that set the date library's global language the last one wins.
 */
export const speak = async app => {
  if (lang === 'zh') document.documentElement.lang = 'zh-CN';
  const folder = `${document.querySelector('base').getAttribute('app-root')}/app/${app}/locales/`;
  const labels = await (await fetch(`${folder}${lang}.json`, { cache: 'no-cache' })).json();
  const store = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  store[`${folder}_locales_data_${lang}_${window.bust}`] = JSON.stringify(labels);
  localStorage.setItem('camunda-web', JSON.stringify(store));
};

/** The login is ours; an application's own page never shows. Whoever logs in again goes on where they were, if the application says where. */
export const loginIsOurs = (wayBack = () => '/login') => {
  const toLogin = () => {
    if (location.hash.startsWith('#/login')) location.replace(wayBack());
  };
  addEventListener('login-lost', event => {
    event.preventDefault();
    location.replace(wayBack());
  });
  addEventListener('hashchange', toLogin);
  toLogin();
};

/** Tidies the page up after each change of it, at most once a frame. */
export const onChange = tidy => {
  let planned = false;
  new MutationObserver(() => {
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      tidy();
    });
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
};

const eachText = (root, act) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) act(node);
};

// Names that the engine keeps once, as "中文 / English": each reader sees a half.
const BOTH = /^([^/]*\p{Script=Han}[^/]*) \/ ([^\p{Script=Han}]+)$/u;
// A cell of a table is somebody's data, unless this invisible sign says that it holds our words.
const OURS = '\u2063';
const half = text => {
  let found = false;
  const halves = text.trim().split(/( ·(?: |$))/).map(part => {
    const parts = BOTH.exec(part.trim());
    found = found || Boolean(parts);
    return parts ? (lang === 'zh' ? parts[1] : parts[2]) : part;
  });
  return found ? halves.join('') : null;
};
// Cells in which an application lists desks and staff, whose names are ours too.
const NAMES = { cockpit: '.dashboard-row td', admin: 'td' };

export const halve = (root, app) => eachText(root, node => {
  if (node.data.length > 200 || !node.data.includes(' / ') || node.parentNode.closest('textarea, input, .order')) return;
  if (node.parentNode.closest('td') && !node.data.includes(OURS) && !(NAMES[app] && node.parentNode.closest(NAMES[app]))) return;
  const [, start, end] = /^(\s*).*?(\s*)$/s.exec(node.data);
  const colon = node.data.trim().endsWith(':') ? ':' : '';
  const text = half(node.data.trim().replace(/:$/, ''));
  if (text) node.data = start + text + colon + end;
});

// Words that the applications and their table viewer have no label for.
const FIXED = new Map(Object.entries({
  State: '状态', Actions: '操作', null: '空', 'Toggle this section': '展开或收起此部分', 'zoom in': '放大', 'zoom out': '缩小', 'reset zoom': '恢复大小',
  'Failed Job': '失败作业', 'Input type': '输入类型', 'Output type': '输出类型', 'Output label': '输出名称',
  'No overlap is possible and all rules are disjoint. Only a single rule can be matched': '规则互不重叠，只有一条能匹配',
  'Hit policy:': '命中策略：', Unique: '唯一', When: '当', And: '且', Then: '则', Annotations: '说明',
}));

// Why a job failed, as the server writes it into the incident.
const FAILURES = [
  [/^Order (\d{14}): "(.+)" failed\. /, '订单 $1：“$2”失败。'], [/^(\S+): "(.+)" failed\. /, '$1：“$2”失败。'], [/^"(.+)" failed\. /, '“$1”失败。'],
  [/The export service answered with error (\d+)\./, '出口服务返回错误 $1。'], [/The export service cannot be reached or did not answer in time\./, '出口服务无法连接或未及时应答。'],
  [/The export service (gave an answer that cannot be read|answered without a body)\./, '出口服务的应答无法识别。'], [/The export service gave no verdict\./, '出口服务未给出结论。'],
  [/The export service gave no number for the export order\./, '出口服务未给出口订单编号。'], [/Its stack trace says why\.$/, '原因见堆栈跟踪。'],
];
const inChinese = root => {
  eachText(root, node => {
    const word = FIXED.get(node.data.trim());
    if (word && !node.parentNode.closest('textarea, script, .djs-container')) node.data = node.data.replace(node.data.trim(), word);
    else if (node.data.includes('" failed. ')) node.data = FAILURES.reduce((text, failure) => text.replace(...failure), node.data.trim());
  });
  root.querySelectorAll('[title]').forEach(node => {
    if (FIXED.has(node.title)) node.title = FIXED.get(node.title);
  });
};

/** Settings of an application that goes by these names, [English, Chinese]. */
export const settings = async (app, [en, zh]) => {
  patient();
  await speak(app);
  loginIsOurs();
  onChange(() => {
    halve(document.body, app);
    if (lang === 'zh') inChinese(document.body);
  });
  return {
    app: lang === 'zh' ? { vendor: '信用保障订单 ·', name: zh } : { vendor: 'Trade Assurance Orders ·', name: en },
    locales: { availableLocales: ['zh', 'en'], fallbackLocale: 'en' },
    disableWelcomeMessage: true,
    csrfCookieName: 'XSRF-TOKEN',
  };
};
