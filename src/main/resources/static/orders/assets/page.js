import { clockAt, draw, load } from './order.js';
import { el } from './parts.js';
import { words } from './words.js';

const page = document.querySelector('main');
const lang = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
const { t } = words(lang);
const { orderNo, now, running, viewer, cockpit } = page.dataset;
const clock = clockAt(now, running === 'true');
const opened = () => {
  const line = el('p', 'told', t('justOpened', orderNo));
  line.setAttribute('role', 'status');
  return line;
};
page.textContent = t('loading');
load(orderNo)
  .then(data => {
    draw(page, data, { lang, viewer, clock, cockpit: cockpit || null, level: 'h1' });
    if (location.hash === '#opened') page.prepend(opened());
  })
  .catch(problem => page.replaceChildren(el('h1', '', `${t('order')} ${orderNo}`), el('p', '', t([403, 404].includes(problem.status) ? 'notFound' : 'failed'))));
