// Orders opened, completed and closed a day, as lines.
import { el } from './parts.js';

const LINES = [['opened', '#0b6e4f'], ['completed', '#2563a8'], ['closed', '#a4262c']];
const HEIGHT = 130;

const library = () => import('./uplot/uPlot.esm.js').then(module => module.default);

const style = () => {
  if (!document.querySelector('link[data-uplot]')) {
    const link = el('link');
    link.rel = 'stylesheet';
    link.href = '/orders/assets/uplot/uPlot.min.css';
    link.dataset.uplot = '';
    document.head.append(link);
  }
};

/** Drawn again when there is more or less room. */
const chart = (node, days, lang) => library().then(UPlot => {
  const locale = lang === 'zh' ? 'zh-CN' : 'en-GB';
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
  const axis = { stroke: '#5b6b75', grid: { stroke: '#eef2f3', width: 1 }, ticks: { show: false }, font: '11px sans-serif' };
  const plot = new UPlot({
    width: node.clientWidth, height: HEIGHT, legend: { show: false }, cursor: { show: false }, tzDate: seconds => UPlot.tzDate(new Date(seconds * 1000), 'UTC'),
    axes: [{ ...axis, size: 24, values: (_, at) => at.map(seconds => day.format(new Date(seconds * 1000))) },
      { ...axis, size: 36, values: (_, at) => at.map(number => (Number.isInteger(number) ? number : '')) }],
    scales: { y: { range: (_, low, high) => [0, Math.max(4, high)] } },
    series: [{}, ...LINES.map(([, colour]) => ({ stroke: colour, width: 1.5, points: { show: false } }))],
  }, [days.map(({ date }) => new Date(`${date}T00:00:00Z`) / 1000), ...LINES.map(([name]) => days.map(row => row[name]))], node);
  new ResizeObserver(() => node.isConnected && plot.setSize({ width: node.clientWidth, height: HEIGHT })).observe(node);
});

export const draw = ({ days }, { t, lang }) => {
  style();
  const totals = LINES.map(([name]) => days.reduce((all, row) => all + row[name], 0));
  const node = el('div', 'chart');
  node.setAttribute('role', 'img');
  node.setAttribute('aria-label', t('trendSaid', ...totals));
  requestAnimationFrame(() => chart(node, days, lang).catch(() => node.replaceWith(el('p', 'note', t('failed')))));
  const since = `${days[0].date}T00:00:00+08:00`;
  const lists = [`/orders?${new URLSearchParams({ createdFrom: new Date(since).toISOString() })}`, '/orders?status=COMPLETED', '/orders?status=CLOSED'];
  const legend = LINES.map(([name, colour], i) => {
    const mark = el('i', 'mark');
    mark.style.background = colour;
    const a = el('a', '', String(totals[i]));
    a.href = lists[i];
    a.dataset.key = name;
    return el('span', '', mark, `${t(name)} `, a);
  });
  return [el('p', 'legend', legend), node];
};
