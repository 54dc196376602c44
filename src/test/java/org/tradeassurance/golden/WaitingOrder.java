package org.tradeassurance.golden;

import static org.tradeassurance.golden.Act.buyerConfirms;
import static org.tradeassurance.golden.Act.buyerConfirmsTheProposal;
import static org.tradeassurance.golden.Act.cleared;
import static org.tradeassurance.golden.Act.complaint;
import static org.tradeassurance.golden.Act.contract;
import static org.tradeassurance.golden.Act.decide;
import static org.tradeassurance.golden.Act.dispute;
import static org.tradeassurance.golden.Act.fails;
import static org.tradeassurance.golden.Act.later;
import static org.tradeassurance.golden.Act.lines;
import static org.tradeassurance.golden.Act.lostClearance;
import static org.tradeassurance.golden.Act.lostMoney;
import static org.tradeassurance.golden.Act.money;
import static org.tradeassurance.golden.Act.post;
import static org.tradeassurance.golden.Act.runs;
import static org.tradeassurance.golden.Act.supplierConfirms;
import static org.tradeassurance.golden.Act.task;
import static org.tradeassurance.golden.Act.triedAgain;
import static org.tradeassurance.golden.Way.AGREED;
import static org.tradeassurance.golden.Way.OFFERED;
import static org.tradeassurance.golden.Way.OPENED;
import static org.tradeassurance.golden.Way.PAID;
import static org.tradeassurance.golden.Way.RECEIVED;
import static org.tradeassurance.golden.Way.SETTLED;
import static org.tradeassurance.golden.Way.SHIPPED;

import java.util.List;
import java.util.Locale;
import org.tradeassurance.acceptance.Draft;

/**
 * One order in each place where an order can wait: how it has come there, and what takes it on; from there it goes to its end as any order
 * does. The buyer's address names the row, so that a dump tells which order is which.
 */
@SuppressWarnings("ImmutableEnumChecker") // records, and lists made by List.of
enum WaitingOrder {
    COMPLETE_DRAFT(OPENED.with("/submit", "false"), task("completeDraft", "decision=submit")),
    EXPORT_CHECK_TO_COME(OPENED, runs()),
    EXPORT_CHECK_FAILED(OPENED.then(fails()), triedAgain()),
    SETTLE_EXPORT_SERVICE(
            OPENED.lines("EXPORT_REFUSED").then(runs()),
            task("settleExportService", "decision=approve", "note=Agreed by phone")),
    NEGOTIATING(
            OFFERED.with("/origin", "INQUIRY"),
            contract("/remark", "Negotiated"),
            task("confirmContractAsSupplier", "decision=confirm"),
            task("confirmContractAsBuyer", "decision=confirm")),
    CONFIRM_AS_SUPPLIER(OFFERED.with("/origin", "BUYER_ORDER"), task("confirmContractAsSupplier", "decision=confirm")),
    REFUSED_BY_SUPPLIER(
            OFFERED.with("/origin", "BUYER_ORDER"),
            End.CLOSED,
            task("confirmContractAsSupplier", "decision=cancel", "reason=The price is out of date")),
    CONFIRM_AS_BUYER(OFFERED, task("confirmContractAsBuyer", "decision=confirm")),
    CANCELLED_BY_BUYER(OFFERED, End.CLOSED, post("cancellations", "{\"party\": \"BUYER\", \"reason\": \"No need\"}")),
    PAID_BEFORE_IT_WAITS(OFFERED.then(money("12000.00")), buyerConfirms()),

    AWAITING_DEPOSIT(AGREED, money("12000.00")),
    AWAITING_DEPOSIT_REVISED(
            AGREED, new End("COMPLETED", "10000.00", "30000.00", "0.00"), contract("/payment/deposit", "10000.00")),
    PAYMENT_WINDOW_OPEN(
            AGREED,
            End.CLOSED,
            later("2015-11-16T09:00:00"),
            task("decideOnUnpaidOrder", "decision=close", "reason=No money came")),
    DECIDE_ON_UNPAID_ORDER(
            AGREED.until("2015-11-16T09:00:00"), task("decideOnUnpaidOrder", "decision=wait"), money("12000.00")),
    DEPOSIT_AFTER_EXPORT_CHECK(OFFERED.with("/origin", "INQUIRY").then(supplierConfirms(), buyerConfirms()), runs()),
    SETTLE_EXPORT_SERVICE_BEFORE_DEPOSIT(
            OFFERED.lines("EXPORT_REFUSED")
                    .with("/origin", "INQUIRY")
                    .then(supplierConfirms(), buyerConfirms(), runs()),
            task("settleExportService", "decision=approve", "note=Agreed by phone")),
    DECIDE_ON_CANCELLATION(
            AGREED.then(post("cancellations", "{\"party\": \"BUYER\", \"reason\": \"Found another\"}")),
            End.CLOSED,
            task("decideOnCancellation", "decision=accept")),
    CANCELLATION_DECLINED(
            AGREED.then(post("cancellations", "{\"party\": \"BUYER\", \"reason\": \"Found another\"}")),
            post("cancellations/decision", "{\"accept\": false}")),
    ACCEPT_SHORT_DEPOSIT(
            AGREED.then(money("11500.00"), runs()),
            new End("COMPLETED", "11500.00", "28000.00", "0.00"),
            task("acceptShortDeposit")),
    SHORT_DEPOSIT_PAID(AGREED.then(money("11500.00"), runs()), money("500.00")),
    AWAITING_TOP_UP(AGREED.then(money("6000.00"), runs()), later("2015-11-11T09:00:00"), money("6000.00")),
    CHASE_DEPOSIT(
            AGREED.then(money("6000.00"), runs()).until("2015-11-11T09:00:00"),
            task("chaseDeposit", "note=Promised for Friday")),
    FROZEN_BEFORE_PAYMENT(AGREED.then(dispute("SUPPLIER", "COMPLAINT")), decide("DISMISSED", "")),
    FROZEN_TOP_UP(
            AGREED.then(money("6000.00"), runs(), dispute("BUYER", "REFUND")),
            money("6000.00"),
            decide("DISMISSED", "")),

    EXPORT_ORDER_TO_COME(AGREED.then(money("12000.00")), runs()),
    EXPORT_ORDER_FAILED(AGREED.then(money("12000.00"), fails()), triedAgain()),
    DECLARE_SHIPMENT(PAID, task("declareShipment")),
    DECLARED(PAID.then(post("shipment-declaration", "{}")), cleared()),
    CLEARED(PAID.then(cleared()), post("shipment-declaration", "{}")),
    SHIP_BY_TO_PASS(PAID, later("2015-11-12T00:00:00"), task("chaseLateShipment", "note=Waits for the vessel")),
    CHASE_LATE_SHIPMENT(PAID.until("2015-11-12T00:00:00"), task("chaseLateShipment", "note=Waits for the vessel")),
    PROVE_CLEARANCE(
            PAID.lines("SELF_DECLARED"), task("proveClearance", "clearedOn=2015-11-01", "evidence=Declaration 7")),
    SELF_EXPORT_TO_AGREE(
            PAID, contract("/lines", lines("LIGHTING", "SELF_DECLARED")), runs(), buyerConfirmsTheProposal()),
    SELF_EXPORT_TO_DROP(
            PAID.lines("SELF_DECLARED"), contract("/lines", lines("LIGHTING")), runs(), buyerConfirmsTheProposal()),
    CONFIRM_MODIFICATION(
            PAID.then(contract("/lines/0/unitPrice", "41000.00")),
            new End("COMPLETED", "12000.00", "29000.00", "0.00"),
            task("confirmModification", "decision=confirm")),
    MODIFICATION_LAPSES(
            PAID.then(contract("/lines/0/unitPrice", "41000.00")), cleared(), post("shipment-declaration", "{}")),
    NEW_PRODUCTS_TO_CHECK(
            PAID.then(contract("/lines", lines("LIGHTING", "LAMPS"))), runs(), buyerConfirmsTheProposal()),
    MISSING_EXPORT_ORDER_TO_COME(
            PAID.lines("SELF_DECLARED").then(contract("/lines", lines("LIGHTING")), runs(), buyerConfirmsTheProposal()),
            runs()),
    DECIDE_DISPUTE(
            PAID.then(dispute("BUYER", "REFUND")), task("decideDispute", "decision=DISMISSED", "reason=All as agreed")),
    FROZEN_TO_BE_REFUNDED(
            PAID.then(dispute("BUYER", "REFUND")),
            new End("CLOSED", "0.00", "0.00", "12000.00"),
            decide("REFUND", "12000.00")),
    FROZEN_COVERAGE_WAITS(
            PAID.with("/coverage", "PRE_SHIPMENT")
                    .then(post("shipment-declaration", "{}"), dispute("BUYER", "REFUND"), cleared()),
            decide("DISMISSED", "")),

    AWAITING_BALANCE(SHIPPED, money("28000.00")),
    BALANCE_TO_CHASE(SHIPPED, later("2015-12-17T00:00:00"), task("chaseBalance", "note=Promised for Friday")),
    CHASE_BALANCE(SHIPPED.until("2015-12-17T00:00:00"), task("chaseBalance", "note=Promised for Friday")),
    ACCEPT_SHORT_BALANCE(
            SHIPPED.then(money("27800.00")),
            new End("COMPLETED", "12000.00", "27800.00", "0.00"),
            task("acceptShortBalance")),
    SHORT_BALANCE_PAID(SHIPPED.then(money("27800.00")), money("200.00")),
    CONFIRM_RECEIPT(SETTLED, task("confirmReceipt")),
    AUTO_COMPLETION_TO_COME(SETTLED, later("2016-01-05T00:00:00")),
    FROZEN_RECEIPT(
            SETTLED.then(dispute("BUYER", "REFUND")),
            new End("COMPLETED", "10000.00", "28000.00", "2000.00"),
            decide("REFUND", "2000.00")),

    LEAVE_FEEDBACK(RECEIVED, task("leaveFeedback", "text=Fine lamps", "rating=5")),
    FEEDBACK_AND_COVERAGE_TO_END(RECEIVED),
    REPLY_TO_FEEDBACK(
            RECEIVED.then(post("feedback", "{\"text\": \"Good\"}")), task("replyToFeedback", "text=Thank you")),
    REPLY_TO_END(RECEIVED.then(post("feedback", "{\"text\": \"Good\"}"))),
    COVERAGE_TO_END(RECEIVED.then(
            post("feedback", "{\"text\": \"Good\"}"), post("feedback/reply", "{\"text\": \"Thank you\"}"))),
    FEEDBACK_TO_END(RECEIVED.with("/coverage", "NONE")),

    MATCH_REMITTANCE(AGREED.then(lostMoney("12000.00")), task("matchRemittance", "decision=assign", "assignTo={no}")),
    RETURN_REMITTANCE(
            AGREED.then(lostMoney("500.00")),
            task("matchRemittance", "decision=refund"),
            task("payRefund", "payoutReference=OUT-{no}", "paidOn=2015-11-01")),
    PAY_REFUND(
            AGREED.then(money("40000.50"), runs()),
            new End("COMPLETED", "12000.00", "28000.00", "0.50"),
            task("payRefund", "payoutReference=OUT-{no}", "paidOn=2015-11-01")),
    JUDGE_COMPLAINT(PAID.then(complaint()), task("judgeComplaint", "decision=dismiss", "reason=Unfounded")),
    TRACE_CLEARANCE(PAID.then(lostClearance()), task("traceClearance", "note=Not one of ours")),

    /** Under tables that an analyst has changed: unpaid orders close after five days, coverage is what is free of the quota. */
    AUTO_CLOSE_DUE(AGREED.until("2015-11-16T09:00:00").underChangedTables(), End.CLOSED, later("2015-11-21T09:00:00")),
    COVERAGE_CAPPED(
            AGREED.with("/lines/0/unitPrice", "90000.00").underChangedTables(),
            new End("COMPLETED", "12000.00", "78000.00", "0.00"),
            money("12000.00"));

    private final Way way;
    private final End end;
    private final List<Act> acts;

    WaitingOrder(Way way, Act... acts) {
        this(way, End.COMPLETED, acts);
    }

    WaitingOrder(Way way, End end, Act... acts) {
        this.way = way;
        this.end = end;
        this.acts = List.of(acts);
    }

    /** Where it ends, and where its money lies then: in both legs, or back with the payer. */
    record End(String status, String deposit, String balance, String back) {

        static final End COMPLETED = new End("COMPLETED", "12000.00", "28000.00", "0.00");
        static final End CLOSED = new End("CLOSED", "0.00", "0.00", "0.00");
    }

    End end() {
        return end;
    }

    Way way() {
        return way;
    }

    String supplier() {
        return "S-" + name();
    }

    String buyer() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "@golden.example.com";
    }

    Draft draft() {
        return way.draft(Draft.of(supplier(), buyer()).with("/coverage", "POST_DELIVERY"));
    }

    /** Brings a new order there. */
    void comeThere(Play play) {
        play.at(Way.BEGIN);
        String no = play.open(supplier(), draft());
        way.acts().forEach(act -> act.on(play, this, no));
    }

    String waitsAt() {
        return way.until();
    }

    /** From there to its end. */
    void goOn(Play play, String no) {
        acts.forEach(act -> act.on(play, this, no));
        play.toTheEnd(no);
    }
}
