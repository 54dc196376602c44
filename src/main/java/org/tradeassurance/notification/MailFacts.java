package org.tradeassurance.notification;

import org.jspecify.annotations.Nullable;

/**
 * What mails may say, by the names that {@code mails.properties} uses. Null where an order has no such thing: a dash is read then.
 *
 * @param link to the order's page, or to Tasklist
 * @param toPay what is still to pay of the deposit or, once that is accepted, of the balance
 * @param paymentDue end of the payment window
 * @param shipDate the actual one, before that the last day that is on time
 * @param account the one that the buyer pays to
 * @param refund amount of the refund that the mail is about
 * @param payment bank reference of the payment that it goes back of
 * @param payoutReference bank reference of its pay-out
 * @param outcome of the dispute that was decided last
 * @param granted what that decision gives back to the buyer
 * @param reason of that decision
 * @param tasks a line each, in the languages of staff
 */
record MailFacts(
        @Nullable String orderNo,
        String link,
        @Nullable String supplier,
        @Nullable String buyer,
        @Nullable String status,
        @Nullable String total,
        @Nullable String deposit,
        @Nullable String toPay,
        @Nullable String account,
        @Nullable String paymentDue,
        @Nullable String shipDate,
        @Nullable String exportOrders,
        @Nullable String automaticCompletion,
        @Nullable String refund,
        @Nullable String payment,
        @Nullable String payoutReference,
        @Nullable String payoutDate,
        @Nullable String outcome,
        @Nullable String granted,
        @Nullable String reason,
        @Nullable String tasks) {}
