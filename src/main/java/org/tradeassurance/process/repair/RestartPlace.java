package org.tradeassurance.process.repair;

import static org.tradeassurance.process.TradeOrderModel.TASK_CONFIRM_MODIFICATION;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.process.TradeOrderModel;

/** Where in the models an order goes on whose process starts again. */
final class RestartPlace {

    /** The processes of one order. */
    static final Set<String> PROCESSES = Set.of(
            TradeOrderModel.PROCESS_TRADE_ORDER,
            "draft-order",
            "confirm-order",
            "collect-deposit",
            "ship-order",
            "collect-balance",
            "receive-order",
            "collect-feedback",
            TradeOrderModel.PROCESS_HANDLE_DISPUTE);

    /**
     * From where a phase waits after its beginning to where the row has come.
     *
     * @param from left for good, if any
     * @param seenAt how one sees that it waits there
     */
    record Detour(
            String phase, @Nullable String from, @Nullable String seenAt, String to) {}

    private RestartPlace() {}

    /** The activities of the parent to start before. */
    static List<String> of(Order order) {
        List<String> places = new ArrayList<>(List.of(phase(order)));
        if (order.progress().frozen()) {
            places.add("callActivity_handleDispute");
        }
        if (order.agreement().proposedVersion() != null) {
            places.add(
                    order.shipment().exportServicePending()
                            ? "serviceTask_compareProducts"
                            : TASK_CONFIRM_MODIFICATION);
        }
        if (order.shipment().exportOrderPending()) {
            places.add("serviceTask_createExportOrder");
        }
        return places;
    }

    private static String phase(Order order) {
        return switch (order.status()) {
            case DRAFT -> "callActivity_draftOrder";
            case NEGOTIATING, AWAITING_SUPPLIER_CONFIRM, AWAITING_BUYER_CONFIRM -> "callActivity_confirmOrder";
            case AWAITING_DEPOSIT, AWAITING_DEPOSIT_CONFIRM, AWAITING_DEPOSIT_TOPUP -> "callActivity_collectDeposit";
            case AWAITING_SHIPMENT -> "callActivity_shipOrder";
            case SHIPPED_AWAITING_BALANCE -> "callActivity_collectBalance";
            case AWAITING_RECEIPT -> "callActivity_receiveOrder";
            case COMPLETED -> feedbackIsOver(order) ? "serviceTask_stateCoverageFacts" : "gateway_orderCompleted";
            case CLOSED -> throw new IllegalArgumentException("A closed order waits for nothing");
        };
    }

    /** The flows of the parent to take for what runs beside such a place and is done. */
    static List<String> done(Order order) {
        return order.status() == OrderStatus.COMPLETED && feedbackIsOver(order)
                ? List.of("flow_collectFeedbackToFeedbackAndCoverageDone")
                : List.of();
    }

    private static boolean feedbackIsOver(Order order) {
        return order.deadlines().feedbackDueAt() == null && order.deadlines().replyDueAt() == null;
    }

    static List<Detour> detours(Order order) {
        List<Detour> detours = new ArrayList<>();
        if (order.status() == OrderStatus.AWAITING_DEPOSIT_CONFIRM) {
            detours.add(depositTo(Action.DEPOSIT_ACCEPTANCE.task()));
        }
        if (order.status() == OrderStatus.AWAITING_DEPOSIT_TOPUP) {
            detours.add(depositTo("subProcess_awaitTopUp"));
        }
        if (order.agreement().cancellation() != null) {
            detours.add(new Detour("collect-deposit", null, null, Action.CANCELLATION_DECISION.task()));
        }
        if (order.shipment().declaredAt() != null) {
            detours.add(task("ship-order", Action.SHIPMENT_DECLARATION.task(), "serviceTask_checkClearances"));
        }
        if (order.deadlines().replyDueAt() != null) {
            detours.add(task("collect-feedback", Action.FEEDBACK.task(), Action.FEEDBACK_REPLY.task()));
        }
        return detours;
    }

    private static Detour depositTo(String place) {
        return new Detour("collect-deposit", "subProcess_awaitFirstPayment", "event_depositPosted", place);
    }

    private static Detour task(String phase, String from, String to) {
        return new Detour(phase, from, from, to);
    }
}
