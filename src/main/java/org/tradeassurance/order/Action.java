package org.tradeassurance.order;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a party may do with an order, named by the last path segment of its call, or by itself where no call belongs to it. */
public enum Action {
    SUBMISSION("submission"),
    CONTRACT("contract"),
    CONFIRMATIONS("confirmations"),
    CANCELLATIONS("cancellations"),
    CANCELLATION_DECISION("decision"),
    CLOSURE("closure"),
    PAY("pay"),
    DEPOSIT_ACCEPTANCE("deposit-acceptance"),
    BALANCE_ACCEPTANCE("balance-acceptance"),
    REMINDERS("reminders"),
    REQUEST_MODIFICATION("request-modification"),
    COPY_LINK("copy-link"),
    EXPORT_ORDERS("export-orders"),
    SHIPMENT_DECLARATION("shipment-declaration"),
    GOODS_RECEIPT("goods-receipt"),
    FEEDBACK("feedback"),
    FEEDBACK_REPLY("reply"),
    DISPUTES("disputes");

    private final String segment;

    Action(String segment) {
        this.segment = segment;
    }

    @JsonValue
    public String segment() {
        return segment;
    }

    /** What a party may do now (section 15 of the rules); nothing while a dispute freezes the order (TR-22). */
    public static List<Action> of(Order order, Party party, Instant now) {
        if (order.progress().frozen()) {
            return List.of();
        }
        List<Action> actions = party == Party.BUYER ? ofBuyer(order, now) : ofSupplier(order, now);
        return isDisputable(order, now)
                ? Stream.concat(actions.stream(), Stream.of(DISPUTES)).toList()
                : actions;
    }

    /** An open order, or a completed one until its coverage ends (TR-22). */
    private static boolean isDisputable(Order order, Instant now) {
        return order.status().isTerminal()
                ? order.status() == OrderStatus.COMPLETED
                        && isOpen(order.deadlines().coverageEndsAt(), now)
                : true;
    }

    private static List<Action> ofBuyer(Order order, Instant now) {
        return switch (order.status()) {
            case NEGOTIATING -> negotiating(order, Party.BUYER);
            case DRAFT -> drafting(order, Party.BUYER);
            case AWAITING_SUPPLIER_CONFIRM -> List.of(CONTRACT, REMINDERS, CANCELLATIONS);
            case AWAITING_BUYER_CONFIRM -> List.of(CONFIRMATIONS, REQUEST_MODIFICATION, CANCELLATIONS);
            case AWAITING_DEPOSIT ->
                order.agreement().cancellation() == null
                        ? List.of(PAY, REQUEST_MODIFICATION, CANCELLATIONS)
                        : List.of(PAY, REQUEST_MODIFICATION);
            case AWAITING_DEPOSIT_TOPUP -> proposed(order) ? List.of(CONFIRMATIONS, PAY) : List.of(PAY);
            case AWAITING_DEPOSIT_CONFIRM, AWAITING_SHIPMENT -> proposed(order) ? List.of(CONFIRMATIONS) : List.of();
            case SHIPPED_AWAITING_BALANCE -> List.of(PAY);
            case CLOSED -> List.of();
            case AWAITING_RECEIPT -> List.of(GOODS_RECEIPT);
            case COMPLETED -> isOpen(order.deadlines().feedbackDueAt(), now) ? List.of(FEEDBACK) : List.of();
        };
    }

    /** A proposal that the buyer may confirm: the export service has no more to say. */
    private static boolean proposed(Order order) {
        return order.agreement().proposedVersion() != null && !order.shipment().exportServicePending();
    }

    private static List<Action> ofSupplier(Order order, Instant now) {
        return switch (order.status()) {
            case NEGOTIATING -> negotiating(order, Party.SUPPLIER);
            case DRAFT -> drafting(order, Party.SUPPLIER);
            case AWAITING_SUPPLIER_CONFIRM -> List.of(CONFIRMATIONS, CONTRACT, CANCELLATIONS);
            case AWAITING_BUYER_CONFIRM -> List.of(CONTRACT, COPY_LINK, REMINDERS, CANCELLATIONS);
            case AWAITING_DEPOSIT -> awaitingDeposit(order, now);
            case AWAITING_DEPOSIT_CONFIRM -> List.of(DEPOSIT_ACCEPTANCE, CONTRACT, EXPORT_ORDERS, COPY_LINK);
            case AWAITING_DEPOSIT_TOPUP -> List.of(CONTRACT, EXPORT_ORDERS, COPY_LINK, REMINDERS);
            case AWAITING_SHIPMENT ->
                order.shipment().declaredAt() == null
                        ? List.of(SHIPMENT_DECLARATION, EXPORT_ORDERS, CONTRACT, COPY_LINK)
                        : List.of(EXPORT_ORDERS, CONTRACT, COPY_LINK);
            case SHIPPED_AWAITING_BALANCE ->
                order.funds().shortBalanceAsked() ? List.of(BALANCE_ACCEPTANCE, REMINDERS) : List.of(REMINDERS);
            case AWAITING_RECEIPT -> List.of(REMINDERS);
            case COMPLETED -> isOpen(order.deadlines().replyDueAt(), now) ? List.of(FEEDBACK_REPLY) : List.of();
            case CLOSED -> List.of();
        };
    }

    private static boolean isOpen(@Nullable Instant due, Instant now) {
        return due != null && now.isBefore(due);
    }

    private static List<Action> negotiating(Order order, Party party) {
        boolean mayConfirm =
                order.completeness().missing().isEmpty() && !order.agreement().confirmedBy(party);
        return mayConfirm
                ? List.of(CONFIRMATIONS, CONTRACT, REMINDERS, CANCELLATIONS)
                : List.of(CONTRACT, REMINDERS, CANCELLATIONS);
    }

    private static List<Action> drafting(Order order, Party party) {
        boolean open = order.progress().submittedAt() == null
                && order.parties().origin().draftedBy() == party;
        return open ? List.of(SUBMISSION, CONTRACT, CANCELLATIONS) : List.of(CANCELLATIONS);
    }

    private static List<Action> awaitingDeposit(Order order, Instant now) {
        List<Action> actions = new ArrayList<>(List.of(CONTRACT, COPY_LINK, REMINDERS));
        if (order.windowIsOver(now)) {
            actions.add(CLOSURE);
        }
        if (order.agreement().cancellation() != null) {
            actions.add(CANCELLATION_DECISION);
        }
        return List.copyOf(actions);
    }

    /**
     * The guard of every command: refuses what the party may not do now.
     *
     * @throws Refusal {@code order-frozen} while a dispute is open, else {@code illegal-transition} with the state and what is allowed
     */
    public void require(Order order, Party party, Instant now) {
        if (order.progress().frozen()) {
            throw new Refusal(Problem.ORDER_FROZEN, order.no());
        }
        List<Action> allowed = of(order, party, now);
        if (!allowed.contains(this)) {
            throw new Refusal(
                    Problem.ILLEGAL_TRANSITION,
                    order.no(),
                    order.status().name(),
                    allowed.isEmpty()
                            ? "-"
                            : allowed.stream().map(Action::segment).collect(Collectors.joining(", ")));
        }
    }
}
