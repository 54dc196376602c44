// What happens next with an order, until when, and what either side may do about it (section 7 and 15 of the rules).
import { el, money, ticking } from './parts.js';
import { overviewWords } from './words-overview.js';

const SENTENCES = {
  NEGOTIATING: ({ order, t }) => [t(order.completeness < 100 ? 'nextIncomplete' : 'nextNegotiating', order.completeness)],
  DRAFT: ({ order, t }) => [order.pendingChecks.length ? t('nextChecked') : t(order.completeness < 100 ? 'nextIncomplete' : 'nextDraft', order.completeness)],
  AWAITING_SUPPLIER_CONFIRM: ({ t }) => [t('nextSupplierConfirm')],
  AWAITING_BUYER_CONFIRM: ({ order, t }) => [order.coverage.state === 'FROZEN' ? t('nextBuyerConfirmCovered', money(order.coverage.amount)) : t('nextBuyerConfirm')],
  AWAITING_DEPOSIT: ({ order, t, time, clock }) => {
    const due = order.deadlines.paymentDueAt;
    const over = due && new Date(due) <= clock.now();
    return [t(over ? 'nextOverdue' : 'nextDeposit', money(order.amounts.deposit), time(due)), due && new Date(due)];
  },
  AWAITING_DEPOSIT_CONFIRM: ({ order, t }) => [t('nextAcceptDeposit', money(order.funds.depositReceived), money(order.amounts.deposit))],
  AWAITING_DEPOSIT_TOPUP: ({ order, t }) => [t('nextTopUp', money(order.funds.depositReceived), money(order.amounts.deposit), money(order.funds.owed))],
  AWAITING_SHIPMENT: ({ order, t, dayBefore }) => {
    const { declaredComplete, exportOrders } = order.shipment;
    const ends = order.deadlines.shipByEndsAt;
    const cleared = exportOrders.filter(x => x.clearedOn).length;
    return [t(declaredComplete ? 'nextClearance' : 'nextShipment', dayBefore(ends), cleared, exportOrders.length), ends && new Date(ends)];
  },
  SHIPPED_AWAITING_BALANCE: ({ order, t, day }) => [t('nextBalance', day(order.shipment.actualShipDate), money(order.amounts.balance), money(order.funds.balanceReceived),
    money(order.funds.owed))],
  AWAITING_RECEIPT: ({ order, t, time }) => {
    const due = order.deadlines.autoCompleteAt;
    return [due ? t('nextReceipt', time(due)) : t('nextReceiptOnly'), due && new Date(due)];
  },
  COMPLETED: ({ order, t, time, clock }) => {
    const ends = order.deadlines.coverageEndsAt;
    return [t(order.autoCompleted ? 'nextCompletedByItself' : 'nextCompleted') + (ends && new Date(ends) > clock.now() ? t('nextCovered', time(ends)) : '')];
  },
  CLOSED: ({ order, t }) => [[order.closedReason ? t('nextClosedBecause', order.closedReason) : t('nextClosed'),
    Number(order.funds.refundDue) ? t('nextRefund', money(order.funds.refundDue)) : ''].join('')],
};

const frozen = ({ disputes, t, code }) => {
  const open = disputes.find(dispute => !dispute.outcome);
  return t('nextFrozen') + (open ? t('nextDispute', code(open.party), code(open.kind), [money(open.amount), open.reason].filter(Boolean).join(' · ')) : '');
};

const possible = ({ order, viewer, t, possibility }) => ['BUYER', 'SUPPLIER'].filter(party => viewer === party || !['BUYER', 'SUPPLIER'].includes(viewer))
  .map(party => [party, order.actions[party.toLowerCase()].map(possibility)]).filter(([, actions]) => actions.length)
  .map(([party, actions]) => el('p', 'note', `${t(viewer === party ? 'mayYou' : party === 'BUYER' ? 'mayBuyer' : 'maySupplier')} ${actions.join(' · ')}`));

/** Money that may be meant for an unpaid order. */
const against = ({ evidence = [], lang, time }) => {
  const t = overviewWords(lang);
  return evidence.length === 0 ? '' : el('div', 'against', el('strong', '', t('against')),
    el('ul', '', evidence.map(one => el('li', '', [money(one.amount, one.currency), one.bankReference, time(one.notifiedAt), one.reasons.map(reason => t(`reason.${reason}`)).join(', ')].join(' · ')))));
};

export const next = view => {
  const [sentence, due] = view.order.frozen ? [frozen(view)] : SENTENCES[view.order.status](view);
  const box = el('section', view.order.frozen || view.order.status === 'CLOSED' ? 'next bad' : 'next', el('p', '', sentence, due ? ' ' : '', due ? ticking(due, view.clock, view.t) : ''), against(view), possible(view));
  box.setAttribute('aria-label', view.t('next'));
  return box;
};
