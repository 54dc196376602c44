// What stands where: each panel is drawn from one answer, and drawn anew only when the answer has changed.
import { panels } from './overview-panels.js';
import { dates, el } from './parts.js';
import { overviewWords } from './words-overview.js';

const PAUSE = 60000;

const page = document.querySelector('main');
const lang = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
const t = overviewWords(lang);
const { time } = dates(lang);
const asOf = el('p', 'note');
asOf.setAttribute('role', 'status');
const columns = [0, 1, 2].map(() => el('div', 'column'));
const body = el('div', 'overview');
page.append(el('div', 'overview-head', el('h1', '', document.title.split(' · ')[0]), asOf), body);

const told = {};
const nodes = panels.map(({ title, name, column }) => {
  const content = el('div', 'content', t('loading'));
  (title ? columns[column] : body).append(title ? el('section', `panel ${name}`, el('h2', '', t(title)), content) : el('section', name, content));
  return content;
});
body.append(...columns);

const ask = async address => {
  const answer = await fetch(address, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  if (answer.status === 401) location.reload();
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.text();
};

/** Whoever stands on a number with the keyboard stands there still when it has changed. */
const redraw = (node, draw) => {
  const at = node.contains(document.activeElement) && document.activeElement.dataset.key;
  node.replaceChildren(...[draw()].flat());
  if (at) node.querySelector(`[data-key="${CSS.escape(at)}"]`)?.focus();
};

const read = async (address, readers) => {
  try {
    const text = await ask(address);
    if (told[address] !== text) {
      told[address] = text;
      const data = JSON.parse(text);
      readers.forEach(i => redraw(nodes[i], () => panels[i].draw(data, { t, lang })));
      if (data.at) asOf.dataset.at = data.at;
    }
    return true;
  } catch {
    readers.filter(() => !told[address]).forEach(i => redraw(nodes[i], () => el('p', 'note', t('failed'))));
    return false;
  }
};

const addresses = [...new Set(panels.map(({ from }) => from))];
const refresh = async () => {
  if (!document.hidden) {
    const answers = await Promise.all(addresses.map(address => read(address, panels.flatMap(({ from }, i) => (from === address ? [i] : [])))));
    const at = time(asOf.dataset.at);
    asOf.textContent = at ? t(answers.every(Boolean) ? 'asOf' : 'stale', at) : '';
    asOf.classList.toggle('bad', !answers.every(Boolean));
  }
  setTimeout(refresh, PAUSE);
};
refresh();
