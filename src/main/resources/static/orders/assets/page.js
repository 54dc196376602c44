import { draw, load } from './order.js';
import { language, words } from './words.js';

const page = document.querySelector('main');
const lang = language();
const { t } = words(lang);
const { orderNo, now, cockpit } = page.dataset;
document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
document.title = `${t('order')} ${orderNo}`;
page.textContent = t('loading');
load(orderNo)
  .then(data => draw(page, data, { lang, now: new Date(now), cockpit: cockpit || null }))
  .catch(problem => { page.textContent = t(problem.status === 404 ? 'notFound' : 'failed'); });
