// The four tabs of an order (UI-01): details, funds, logistics, operation record.
import { cents, el, facts, grouped, lineAmount, money, section, table, ticking } from './parts.js';

const MONEY = /^(unitPrice|freight|insurance|deposit|adjustment)$/;
const COUNTRY = /(^|\.)(destination|country)$/;

/** Contacts hold what the parties agreed to write there, at any depth. */
const leaves = (node, path, t) => (node !== null && typeof node === 'object'
  ? Object.entries(node).flatMap(([name, child]) => leaves(child, [...path, t(name)], t))
  : [[path.join(' · '), node === null ? '' : String(node)]]);

export const details = view => {
  const { order, contracts, disputes, feedback, t, said, code, time, day, country } = view;
  const shipBy = () => {
    const by = order.shipping.shipBy;
    if (!by) return '';
    return by.date ? day(by.date) : t('daysAfter', by.daysAfterDeposit);
  };
  const yes = flag => (flag === null || flag === undefined ? '' : code(flag));
  const completeness = () => [`${order.completeness}\u00a0%`, ...Object.entries(order.completenessByModule)
    .filter(([, percent]) => percent < 100).map(([module, percent]) => `${code(module)} ${percent}\u00a0%`)].join(' · ');
  const field = path => {
    const [, line, name] = /^(?:lines\[(\d+)]\.?)?(.*)$/.exec(path);
    if (name === '') return t('line', Number(line) + 1);
    const label = name.split('.').filter((part, i, all) => (i === 0 ? all.length === 1 || part === 'contacts' : !/^date$|^daysAfterDeposit$/.test(part))).map(part => t(part)).join(' · ');
    return line === undefined ? label : `${t('line', Number(line) + 1)} · ${label}`;
  };
  const value = (path, text) => {
    if (text === null || text === undefined) return '–';
    const name = path.split('.').pop();
    if (MONEY.test(name)) return money(text);
    if (name === 'daysAfterDeposit') return t('daysAfter', text);
    if (/^shipping\.shipBy\.date$/.test(path)) return day(text);
    if (COUNTRY.test(path)) return country(text);
    return text.split(', ').map(part => code(part)).join(/methods$/.test(path) ? t('comma') : ', ');
  };
  const differences = changes => (changes.length === 0 ? el('p', 'note', t('same'))
    : table([t('field'), t('before'), t('after')], changes.map(({ field: path, from, to }) => [field(path), value(path, from), value(path, to)])));
  const version = (entry, i) => el('details', '',
    el('summary', '', `${t('versionNo', entry.contractVersion)} · ${t('by', `${code(entry.party)} (${code(entry.author)})`, time(entry.createdAt))} `,
      entry.contractVersion === order.contractVersion ? el('span', 'chip strong', t('inForce')) : '',
      entry.contractVersion === order.proposedVersion ? el('span', 'chip warn', t('waitsForBuyer')) : ''),
    i === 0 ? el('p', 'note', t('first')) : differences(entry.changes));
  const { amounts } = order;
  const terms = [
    [t('transport'), order.shipping.transport && code(order.shipping.transport)], [t('tradeTerm'), order.shipping.tradeTerm],
    [t('destination'), country(order.shipping.destination)], [t('shipBy'), shipBy()], [t('methods'), order.payment.methods.map(m => code(m)).join(t('comma'))],
    [t('coverage'), order.coverage.mode && code(order.coverage.mode)], [t('qualityInspection'), yes(order.qualityInspection)],
    [t('platformLogistics'), yes(order.shipping.platformLogistics)],
  ];
  return [
    section(t('parties'), facts([
      [t('supplier'), el('span', '', `${order.supplierName} `, el('span', 'whole', `(${order.supplierId})`))],
      [`${t('supplier')} · ${t('confirmedAt')}`, time(order.confirmed.supplier) || t('notConfirmed')],
      [t('buyer'), order.buyer.name || order.buyer.email], [t('email'), order.buyer.email], [t('country'), country(order.buyer.country)],
      [t('accountType'), order.buyer.accountType && code(order.buyer.accountType)],
      [`${t('buyer')} · ${t('confirmedAt')}`, time(order.confirmed.buyer) || t('notConfirmed')],
      [t('ownReference'), order.externalReference], [t('version'), String(order.contractVersion)], [t('complete'), completeness()],
      ...(order.contacts ? leaves(order.contacts, [t('contacts')], t) : [])])),
    section(t('goods'), order.lines.length === 0 ? el('p', 'note', t('noGoods')) : table([t('product'), t('category'), t('quantity'), t('unit'), t('unitPrice'), t('amount')],
      order.lines.map(line => [line.product, line.category, line.quantity && grouped(line.quantity), line.unit, money(line.unitPrice), lineAmount(line)]), [2, 4, 5],
      [[t('products'), money(amounts.products)], [t('freight'), money(amounts.freight)], [t('insurance'), money(amounts.insurance)],
        [t('adjustment'), Number(amounts.adjustment) ? `−${money(amounts.adjustment)}` : money(amounts.adjustment)], [t('total'), money(amounts.total), 'sum'],
        [t('deposit'), money(amounts.deposit)], [t('balance'), money(amounts.balance)]])),
    section(t('terms'), terms.every(([, text]) => !text) ? el('p', 'note', t('noTerms')) : facts(terms)),
    order.remark ? section(t('remark'), el('p', 'written', order.remark)) : '',
    disputes.length === 0 ? '' : section(t('disputes'), table([t('kind'), t('opened'), t('amount'), t('reason'), t('outcome')],
      disputes.map(d => [`${code(d.kind)} · ${code(d.party)}`, time(d.openedAt), money(d.amount), d.reason,
        d.outcome ? [code(d.outcome), money(d.amountGranted), time(d.decidedAt), d.decisionReason].filter(Boolean).join(' · ') : t('undecided')]), [2])),
    feedback.text === null ? '' : section(t('feedback'), el('p', 'note', [feedback.rating && t('stars', feedback.rating), time(feedback.at), feedback.displayed ? '' : t('notDisplayed')].filter(Boolean).join(' · ')),
      el('p', 'written', feedback.text),
      feedback.reply === null ? '' : el('blockquote', '', el('p', 'note', `${t('replied')} · ${time(feedback.repliedAt)}`), el('p', 'written', feedback.reply))),
    order.fields.length === 0 ? '' : section(t('fields'), table([t('step'), t('field'), t('value'), t('who'), t('when')],
      order.fields.map(f => [said(f.task), said(f.label), said(f.shown), code(f.by), time(f.at)]))),
    section(t('versions'), contracts.map(version)),
  ];
};

export const money_ = view => {
  const { order, funds, payment, t, code, time, day } = view;
  const meter = (part, whole) => {
    const bar = el('div', 'meter', el('i', ''));
    const filled = cents(whole) ? Number((10000n * cents(part)) / cents(whole)) / 100 : 100;
    bar.firstChild.style.width = `${Math.min(100, filled)}%`;
    return bar;
  };
  const leg = (title, due, received, owed, open) => el('div', 'leg', el('h4', '', title), facts([[t('expected'), money(due)], [t('received'), money(received)],
    [t('missing'), el('span', Number(owed) && open ? 'owing' : '', money(owed))]]), meter(received, due));
  const offers = () => section(t(payment.leg === 'DEPOSIT' ? 'payDeposit' : 'payBalance'),
    table([t('method'), t('toPay'), t('fee'), t('inAll'), ''], payment.methods.map(m => [code(m.method), money(payment.amount), money(m.fee), money(m.total),
      m.recommended ? el('span', 'chip strong', t('recommended')) : '']), [1, 2, 3]), el('p', 'note', t('payTo', payment.account)));
  return [
    el('div', 'legs', leg(t('deposit'), funds.depositAgreed, funds.depositReceived, funds.depositOwed, /^AWAITING_DEPOSIT/.test(order.status)),
      leg(t('balance'), funds.balanceAgreed, funds.balanceReceived, funds.balanceOwed, order.status === 'SHIPPED_AWAITING_BALANCE')),
    facts([[t('refundDue'), money(funds.refundDue)], [t('account'), funds.account], [t('coverage'), order.coverage.mode && code(order.coverage.mode)],
      [t('quota'), order.coverage.state === 'NONE' ? t('nothingHeld') : `${money(order.coverage.amount)} · ${code(order.coverage.state)}`], [t('coverageEnds'), time(order.coverage.endsAt)]]),
    payment && payment.methods.length ? offers() : '',
    section(t('remittances'), funds.remittances.length === 0 ? el('p', 'note', t('noRemittances'))
      : table([t('reference'), t('state'), t('method'), t('arrived'), t('amount'), t('toDeposit'), t('toBalance'), t('refundDue'), t('refundPaid')],
        funds.remittances.map(r => [r.bankReference, code(r.state), code(r.method), time(r.receivedAt || r.notifiedAt), money(r.amount, r.currency),
          money(r.appliedToDeposit), money(r.appliedToBalance), money(r.refundDue, r.currency), money(r.refundPaid, r.currency)]), [4, 5, 6, 7, 8])),
    funds.refunds.length === 0 ? '' : section(t('refunds'), table([t('refundNo'), t('amount'), t('cause'), t('dueSince'), t('payout')],
      funds.refunds.map(r => [r.refundNo, money(r.amount, r.currency), code(r.cause), time(r.dueAt), r.payout ? `${day(r.payout.paidOn)} · ${r.payout.reference}` : t('notYet')]), [1])),
  ];
};

/** What is still to come: a deadline that was met, or that binds nobody any more, is none. */
const dueDates = ({ order, clock }) => {
  const { deadlines: due, status } = order;
  const ahead = instant => instant && new Date(instant) > clock.now();
  return [
    /^AWAITING_DEPOSIT/.test(status) && ['paymentDueAt', due.paymentDueAt],
    !order.shipment.actualShipDate && status !== 'CLOSED' && ['shipBy', due.shipByEndsAt, true],
    status === 'AWAITING_RECEIPT' && ['autoCompleteAt', due.autoCompleteAt],
    ahead(due.coverageEndsAt) && ['coverageEnds', due.coverageEndsAt],
    ahead(due.feedbackDueAt) && ['feedbackDueAt', due.feedbackDueAt],
    ahead(due.replyDueAt) && ['replyDueAt', due.replyDueAt],
  ].filter(entry => entry && entry[1]);
};

export const logistics = view => {
  const { order, clock, t, code, time, day, dayBefore, country } = view;
  const s = order.shipment;
  const by = order.shipping.shipBy;
  const due = dueDates(view);
  return [
    facts([[t('agreedShip'), s.agreedShipDate ? day(s.agreedShipDate) : by && by.daysAfterDeposit ? t('daysAfter', by.daysAfterDeposit) : t('open')],
      [t('actualShip'), s.actualShipDate ? day(s.actualShipDate) : t('notYet')],
      [t('onTime'), s.onTime === null || s.onTime === undefined ? '' : el('span', s.onTime ? 'chip strong' : 'chip bad', t(s.onTime ? 'onTime' : 'late'))],
      [t('declared'), t(s.declaredComplete ? 'yes' : 'no')]]),
    section(t('exportOrders'), s.exportOrders.length === 0 ? el('p', 'note', t('noExportOrders'))
      : table([t('exportOrderNo'), t('state'), t('port'), t('destination'), t('clearedOn'), t('evidence')],
        s.exportOrders.map(x => [x.exportOrderNo, code(x.status), x.port, country(x.destination), x.clearedOn ? day(x.clearedOn) : t('notYet'),
          x.selfExport ? [t('ownExport'), x.evidence].filter(Boolean).join(' · ') : t('byService')]))),
    section(t('deadlines'), order.frozen ? el('p', 'note', t('paused')) : due.length === 0 ? el('p', 'note', t('noDeadlines'))
      : table([t('deadline'), t('when'), t('timeLeft')], due.map(([name, instant, day]) => [t(name), day ? t('endOf', dayBefore(instant)) : time(instant), ticking(new Date(instant), clock, t)]))),
  ];
};

export const record = ({ operations, t, half, code, action, time, day }) => {
  const plain = text => text.replace(/\b\d{4}-\d\d-\d\d\b/g, day).replace(' -> ', ' → ');
  // A detail is an instant, dates, an amount, or codes followed by what somebody wrote.
  const detail = (kind, text) => {
    if (!text) return '';
    if (/step-done$/.test(kind)) return text.split(' · ').map(half).join(' · ');
    if (kind === 'modification-proposed') return t('versionNo', text);
    if (/^\d{4}-.*Z$/.test(text)) return time(text);
    if (/^\d+\.\d\d$/.test(text)) return money(text);
    const [, number, sum, unit, remains] = /^(\S+): (\d+\.\d\d) ([A-Z]{3})(.*)$/.exec(text) || [];
    if (number) return `${number}: ${money(sum, unit)}${plain(remains)}`;
    const [, paid, currency, method, reference] = /^(\d+\.\d\d) ([A-Z]{3}), ([A-Z_]+), (.*)$/.exec(text) || [];
    if (paid) return [money(paid, currency), code(method), reference].join(' · ');
    const [, dated, evidence] = /^((?:\S+ )?\d{4}-\d\d-\d\d(?: -> \d{4}-\d\d-\d\d)?)(,.*)?$/s.exec(text) || [];
    if (dated) return plain(dated) + (evidence || '');
    const [, codes, rest] = /^((?:[A-Z_]{2,}|\d+\.\d\d|C-?\w+| )+(?=:|$))?(.*)$/s.exec(text);
    return (codes || '').split(' ').map(part => (/^\d+\.\d\d$/.test(part) ? money(part) : code(part))).join(' ') + rest;
  };
  return [table([t('when'), t('who'), t('what'), t('detail'), t('version')],
    [...operations].reverse().map(o => [time(o.at), code(o.actor), action(o.action), detail(o.action, o.detail), String(o.contractVersion)]), [4])];
};
