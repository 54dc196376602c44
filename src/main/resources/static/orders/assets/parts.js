// What the order view is built of: elements, amounts, dates, countdowns.
const ZONE = 'Asia/Shanghai';

export const el = (tag, name, ...children) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ''));
  return node;
};

export const link = (address, label) => {
  const a = el('a', 'plain', label);
  a.href = address;
  a.target = '_blank';
  a.rel = 'noopener';
  return a;
};

export const grouped = text => text.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
export const money = (text, currency = 'USD') => (text === null || text === undefined ? '' : `${grouped(text)} ${currency}`);

/** An amount, or a quantity of at most two decimals, in hundredths. */
export const cents = text => {
  const [whole, part = ''] = text.split('.');
  return BigInt(whole + part.padEnd(2, '0'));
};
export const amount = hundredths => `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;

/** Quantity x unit price, rounded half up to cents. */
export const lineAmount = ({ quantity, unitPrice }) => (quantity && unitPrice ? money(amount((cents(quantity) * cents(unitPrice) + 50n) / 100n)) : '');

export const dates = lang => {
  const locale = lang === 'zh' ? 'zh-CN' : 'en-GB';
  const instants = new Intl.DateTimeFormat(locale, { timeZone: ZONE, dateStyle: 'medium', timeStyle: 'short' });
  const days = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' });
  const dayOf = new Intl.DateTimeFormat(locale, { timeZone: ZONE, dateStyle: 'medium' });
  const countries = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  return {
    time: instant => instant && instants.format(new Date(instant)),
    day: date => date && days.format(new Date(`${date}T00:00:00Z`)),
    /** The day in the business's zone that an instant ends. */
    dayBefore: instant => instant && dayOf.format(new Date(instant) - 1),
    country: code => {
      const name = /^[A-Z]{2}$/.test(code || '') && countries.of(code);
      return name ? `${name} (${code})` : code;
    },
  };
};

const level = left => (left <= 0 ? 'bad' : left < 172800000 ? 'warn' : '');

/** How long it is until a due date or since, in words, and how urgent that is. */
export const countdown = (due, now, t) => {
  const left = due - now;
  const minutes = Math.floor(Math.abs(left) / 60000);
  const span = minutes >= 2880 ? t('days', Math.floor(minutes / 1440)) : minutes >= 120 ? t('hours', Math.floor(minutes / 60)) : t('minutes', minutes);
  return { text: t(left <= 0 ? 'over' : 'left', span), level: level(left) };
};

/** A countdown to the second that goes on while it is on the page, if the clock does (PAY-02). */
export const ticking = (due, clock, t) => {
  const chip = el('span', 'chip countdown');
  chip.setAttribute('role', 'timer');
  const tell = () => {
    const left = due - clock.now();
    const seconds = Math.floor(Math.abs(left) / 1000);
    const two = number => String(number).padStart(2, '0');
    chip.textContent = t(left <= 0 ? 'over' : 'left', t('span', Math.floor(seconds / 86400), two(Math.floor(seconds / 3600) % 24), two(Math.floor(seconds / 60) % 60), two(seconds % 60)));
    chip.className = `chip countdown ${level(left)}`;
  };
  tell();
  if (clock.running) {
    const beat = setInterval(() => (chip.isConnected ? tell() : clearInterval(beat)), 1000);
  }
  return chip;
};

/** The application's clock, read once: it runs on as the browser's does, or a sandbox has stopped it. */
export const clockAt = (now, running) => {
  const start = performance.now();
  return { running, now: () => new Date(new Date(now).getTime() + (running ? performance.now() - start : 0)) };
};

export const facts = pairs => el('dl', 'facts', pairs.filter(([, value]) => value !== null && value !== undefined && value !== '')
  .map(([label, value]) => el('div', '', el('dt', '', label), el('dd', '', value))));

/** A table; where there is little room each row becomes a card, and its cells say what they are. */
export const table = (heads, rows, numeric = [], foot = []) => {
  const cell = tag => (content, i) => el(tag, numeric.includes(i) ? 'number' : '', content ?? '');
  const body = rows.map(row => el('tr', '', row.map((content, i) => {
    const td = cell('td')(content, i);
    if (/\S{25}/.test(content)) td.classList.add('long');
    td.dataset.label = heads[i];
    return td;
  })));
  const sums = foot.map(([label, value, name]) => {
    const th = el('th', 'number', label);
    th.scope = 'row';
    th.colSpan = heads.length - 1;
    return el('tr', name || '', th, el('td', 'number', value));
  });
  const head = heads.map((label, i) => {
    const th = cell('th')(label, i);
    th.scope = 'col';
    return th;
  });
  return el('table', '', el('thead', '', el('tr', '', head)), el('tbody', '', body), sums.length ? el('tfoot', '', sums) : '');
};

export const section = (title, ...content) => el('section', '', el('h3', '', title), ...content);
