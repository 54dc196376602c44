package org.tradeassurance.races;

import static org.tradeassurance.races.Event.cancel;
import static org.tradeassurance.races.Event.clearance;
import static org.tradeassurance.races.Event.confirm;
import static org.tradeassurance.races.Event.contract;
import static org.tradeassurance.races.Event.decide;
import static org.tradeassurance.races.Event.dispute;
import static org.tradeassurance.races.Event.job;
import static org.tradeassurance.races.Event.link;
import static org.tradeassurance.races.Event.money;
import static org.tradeassurance.races.Event.post;
import static org.tradeassurance.races.Event.remind;
import static org.tradeassurance.races.Event.sameClearance;
import static org.tradeassurance.races.Event.sameMoney;
import static org.tradeassurance.races.Event.task;
import static org.tradeassurance.races.Event.unlink;

import java.util.List;

/** Where an order waits, and all that can come then. Each event listed is one that the state takes. */
enum WaitState {
    NEGOTIATING(
            confirm("BUYER", "{v}"),
            confirm("SUPPLIER", "{v}"),
            task("confirmContractAsBuyer", "decision=confirm"),
            task("confirmContractAsSupplier", "decision=confirm"),
            contract("SUPPLIER", "41000.00", "12000.00"),
            contract("BUYER", "39000.00", "12000.00"),
            cancel("BUYER"),
            cancel("SUPPLIER"),
            remind("SUPPLIER"),
            money("12000.00"),
            dispute("BUYER", "COMPLAINT")),
    DRAFT(
            post("submission", "{}"),
            task("completeDraft", "decision=submit"),
            task("completeDraft", "decision=cancel", "reason=No"),
            contract("SUPPLIER", "41000.00", "12000.00"),
            cancel("BUYER"),
            cancel("SUPPLIER"),
            money("12000.00"),
            dispute("SUPPLIER", "COMPLAINT")),
    EXPORT_CHECK_PENDING(
            job("serviceTask_checkExportService"),
            cancel("SUPPLIER"),
            money("12000.00"),
            dispute("SUPPLIER", "COMPLAINT")),
    EXPORT_REFUSED(
            task("settleExportService", "decision=approve"),
            task("settleExportService", "decision=cancel", "reason=No"),
            cancel("SUPPLIER"),
            money("12000.00"),
            dispute("SUPPLIER", "COMPLAINT")),
    AWAITING_SUPPLIER_CONFIRM(
            confirm("SUPPLIER", "{v}"),
            task("confirmContractAsSupplier", "decision=confirm"),
            task("confirmContractAsSupplier", "decision=cancel", "reason=No"),
            contract("SUPPLIER", "41000.00", "12000.00"),
            contract("BUYER", "39000.00", "12000.00"),
            cancel("BUYER"),
            cancel("SUPPLIER"),
            remind("BUYER"),
            money("12000.00"),
            dispute("BUYER", "COMPLAINT")),
    AWAITING_BUYER_CONFIRM(
            confirm("BUYER", "{v}"),
            task("confirmContractAsBuyer", "decision=confirm"),
            task("confirmContractAsBuyer", "decision=cancel", "reason=No"),
            contract("SUPPLIER", "41000.00", "12000.00"),
            cancel("BUYER"),
            cancel("SUPPLIER"),
            remind("SUPPLIER"),
            money("12000.00"),
            dispute("BUYER", "COMPLAINT")),
    AWAITING_DEPOSIT(
            money("12000.00"),
            money("11500.00"),
            money("5000.00"),
            sameMoney("12000.00"),
            contract("SUPPLIER", "41000.00", "12000.00"),
            contract("SUPPLIER", "40000.00", "5000.00"),
            cancel("BUYER"),
            remind("SUPPLIER"),
            dispute("BUYER", "COMPLAINT")),
    CANCELLATION_REQUESTED(
            post("cancellations/decision", "{\"accept\":true}"),
            post("cancellations/decision", "{\"accept\":false}"),
            task("decideOnCancellation", "decision=accept"),
            task("decideOnCancellation", "decision=decline"),
            money("12000.00"),
            money("5000.00"),
            contract("SUPPLIER", "41000.00", "12000.00"),
            dispute("BUYER", "COMPLAINT")),
    WINDOW_ENDING(
            job("event_paymentWindowEnded"),
            post("closure", "{\"reason\":\"Unpaid\"}"),
            money("12000.00"),
            money("5000.00"),
            contract("SUPPLIER", "41000.00", "12000.00"),
            cancel("BUYER"),
            dispute("SUPPLIER", "COMPLAINT")),
    WINDOW_ENDED(
            post("closure", "{\"reason\":\"Unpaid\"}"),
            task("decideOnUnpaidOrder", "decision=close", "reason=Unpaid"),
            task("decideOnUnpaidOrder", "decision=wait"),
            money("12000.00"),
            money("5000.00"),
            contract("SUPPLIER", "41000.00", "12000.00"),
            cancel("BUYER"),
            dispute("SUPPLIER", "COMPLAINT")),
    EXPORT_ORDER_PENDING(
            job("serviceTask_createExportOrder"),
            post("deposit-acceptance", "{}"),
            money("500.00"),
            link(),
            contract("SUPPLIER", "40000.00", "11500.00"),
            dispute("BUYER", "REFUND")),
    AWAITING_DEPOSIT_CONFIRM(
            post("deposit-acceptance", "{}"),
            task("acceptShortDeposit"),
            money("500.00"),
            money("100.00"),
            contract("SUPPLIER", "40000.00", "11500.00"),
            link(),
            unlink(),
            clearance("2015-11-01"),
            dispute("BUYER", "REFUND")),
    AWAITING_DEPOSIT_TOPUP(
            money("7000.00"),
            money("6500.00"),
            money("100.00"),
            sameMoney("7000.00"),
            contract("SUPPLIER", "40000.00", "5000.00"),
            link(),
            unlink(),
            clearance("2015-11-01"),
            remind("SUPPLIER"),
            dispute("BUYER", "REFUND")),
    AWAITING_SHIPMENT(
            post("shipment-declaration", "{}"),
            task("declareShipment"),
            clearance("2015-11-01"),
            sameClearance("2015-11-01"),
            link(),
            unlink(),
            contract("SUPPLIER", "41000.00", "12000.00"),
            money("28000.00"),
            money("1000.00"),
            dispute("BUYER", "REFUND")),
    CLEARED(
            post("shipment-declaration", "{}"),
            task("declareShipment"),
            clearance("2015-10-31"),
            link(),
            contract("SUPPLIER", "41000.00", "12000.00"),
            money("28000.00"),
            dispute("BUYER", "REFUND")),
    DECLARED(
            clearance("2015-11-01"),
            sameClearance("2015-11-01"),
            link(),
            unlink(),
            contract("SUPPLIER", "41000.00", "12000.00"),
            money("28000.00"),
            dispute("SUPPLIER", "COMPLAINT")),
    SHIP_BY_PASSING(
            job("event_shipByPassed"),
            post("shipment-declaration", "{}"),
            clearance("2015-11-11"),
            contract("SUPPLIER", "41000.00", "12000.00"),
            dispute("BUYER", "REFUND")),
    SHIPPED_AWAITING_BALANCE(
            money("28000.00"),
            money("27000.00"),
            money("1000.00"),
            sameMoney("28000.00"),
            clearance("2015-10-31"),
            remind("SUPPLIER"),
            dispute("BUYER", "REFUND")),
    BALANCE_SHORT(
            post("balance-acceptance", "{}"),
            task("acceptShortBalance"),
            money("1000.00"),
            clearance("2015-10-31"),
            dispute("BUYER", "REFUND")),
    BALANCE_OVERDUE(
            job("event_balanceOverdue"), money("28000.00"), clearance("2015-10-31"), dispute("BUYER", "REFUND")),
    AWAITING_RECEIPT(
            post("goods-receipt", "{}"),
            task("confirmReceipt"),
            money("100.00"),
            clearance("2015-10-31"),
            remind("SUPPLIER"),
            dispute("BUYER", "REFUND")),
    RECEIPT_OVERDUE(
            job("event_receiptOverdue"),
            post("goods-receipt", "{}"),
            task("confirmReceipt"),
            money("100.00"),
            clearance("2015-10-31"),
            dispute("BUYER", "REFUND")),
    COMPLETED(
            post("feedback", "{\"text\":\"Good\"}"),
            task("leaveFeedback", "text=Good"),
            money("100.00"),
            clearance("2015-10-31"),
            dispute("BUYER", "COMPLAINT")),
    COVERAGE_ENDING(
            job("event_coverageEnded"),
            post("feedback", "{\"text\":\"Good\"}"),
            money("100.00"),
            clearance("2015-10-31")),
    FEEDBACK_LEFT(
            post("feedback/reply", "{\"text\":\"Thanks\"}"),
            task("replyToFeedback", "text=Thanks"),
            dispute("BUYER", "COMPLAINT")),
    FROZEN_BEFORE_PAYMENT(
            money("12000.00"),
            money("5000.00"),
            decide("DISMISSED", ""),
            decide("REFUND", ""),
            task("decideDispute", "decision=DISMISSED", "reason=Judged"),
            task("decideDispute", "decision=AGREED", "reason=Judged")),
    FROZEN_TOPUP(
            money("7000.00"),
            money("6500.00"),
            decide("DISMISSED", ""),
            decide("REFUND", "1000.00"),
            decide("AGREED", "")),
    FROZEN_BEFORE_SHIPMENT(
            clearance("2015-11-01"),
            money("28000.00"),
            decide("DISMISSED", ""),
            decide("REFUND", "2000.00"),
            decide("AGREED", "12000.00"),
            task("decideDispute", "decision=REFUND", "refund=500.00", "reason=Judged")),
    FROZEN_DECLARED(
            clearance("2015-11-01"),
            money("28000.00"),
            decide("DISMISSED", ""),
            decide("REFUND", "2000.00"),
            decide("AGREED", "")),
    FROZEN_SHIPPED(
            money("28000.00"),
            clearance("2015-10-31"),
            decide("DISMISSED", ""),
            decide("REFUND", "2000.00"),
            decide("REFUND", "12000.00")),
    FROZEN_RECEIPT(
            money("100.00"),
            clearance("2015-10-31"),
            decide("DISMISSED", ""),
            decide("REFUND", "2000.00"),
            decide("AGREED", "40000.00")),
    PROPOSED_TOPUP(
            confirm("BUYER", "{p}"),
            task("confirmModification", "decision=confirm"),
            task("confirmModification", "decision=decline"),
            money("7000.00"),
            money("100.00"),
            contract("SUPPLIER", "42000.00", "6000.00"),
            dispute("BUYER", "REFUND")),
    PROPOSED_DECLARED(
            confirm("BUYER", "{p}"),
            task("confirmModification", "decision=confirm"),
            task("confirmModification", "decision=decline"),
            clearance("2015-11-01"),
            money("28000.00"),
            contract("SUPPLIER", "42000.00", "12000.00"),
            dispute("BUYER", "REFUND")),
    UNMATCHED(
            task("matchRemittance", "decision=assign", "assignTo={no}"),
            task("matchRemittance", "decision=refund"),
            money("12000.00"),
            contract("SUPPLIER", "41000.00", "12000.00"),
            post("closure", "{\"reason\":\"Unpaid\"}"),
            dispute("BUYER", "COMPLAINT"));

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Event> events;

    WaitState(Event... events) {
        this.events = List.of(events);
    }

    List<Event> events() {
        return events;
    }
}
