package org.tradeassurance.order;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a party may do with an order, named by the last path segment of its call, or by itself where no call belongs to it; who may, if it
 * is one side's alone; and the task of the models that an operator completes in its place, if it is always the same.
 */
public enum Action {
    SUBMISSION("submission", null, "completeDraft"),
    CONTRACT("contract"),
    CONFIRMATIONS("confirmations"),
    CANCELLATIONS("cancellations"),
    CANCELLATION_DECISION("decision", Party.SUPPLIER, "decideOnCancellation"),
    CLOSURE("closure", Party.SUPPLIER, null),
    PAY("pay"),
    DEPOSIT_ACCEPTANCE("deposit-acceptance", Party.SUPPLIER, "acceptShortDeposit"),
    BALANCE_ACCEPTANCE("balance-acceptance", Party.SUPPLIER, "acceptShortBalance"),
    REMINDERS("reminders"),
    REQUEST_MODIFICATION("request-modification"),
    COPY_LINK("copy-link"),
    EXPORT_ORDERS("export-orders", Party.SUPPLIER, "proveClearance"),
    SHIPMENT_DECLARATION("shipment-declaration", Party.SUPPLIER, "declareShipment"),
    GOODS_RECEIPT("goods-receipt", Party.BUYER, "confirmReceipt"),
    FEEDBACK("feedback", Party.BUYER, "leaveFeedback"),
    FEEDBACK_REPLY("reply", Party.SUPPLIER, "replyToFeedback"),
    DISPUTES("disputes");

    private static final String TASK = "userTask_";

    private final String segment;
    private final @Nullable Party only;
    private final @Nullable String task;

    Action(String segment) {
        this(segment, null, null);
    }

    Action(String segment, @Nullable Party only, @Nullable String task) {
        this.segment = segment;
        this.only = only;
        this.task = task;
    }

    /** The id of its task in the models. */
    public String task() {
        return TASK + Objects.requireNonNull(task, segment);
    }

    /** Whether a user task of the models is that of an action. */
    public static boolean isTask(String id) {
        return Arrays.stream(values())
                .anyMatch(action -> action.task != null && action.task().equals(id));
    }

    /**
     * Whether the order's process waits for this: steps of other models may stand before it.
     *
     * @param waits ids of open tasks and names of messages
     */
    public boolean isAwaited(Order order, Party party, Set<String> waits) {
        Set<String> needs = needs(order, party);
        return needs.isEmpty() || needs.stream().anyMatch(waits::contains);
    }

    /** One of these; nothing where the row alone decides, or where the whole process waits as long as it runs. */
    private Set<String> needs(Order order, Party party) {
        return switch (this) {
            case CONFIRMATIONS ->
                party == Party.SUPPLIER
                        ? Set.of(TASK + "confirmContractAsSupplier")
                        : Set.of(TASK + "confirmContractAsBuyer", TASK + "confirmModification");
            case CONTRACT ->
                order.status() == OrderStatus.DRAFT ? Set.of() : Set.of("contract-revised", "modification-proposed");
            case EXPORT_ORDERS -> Set.of();
            default -> task == null ? Set.of() : Set.of(task());
        };
    }

    /**
     * The party that acts when the caller names one, or none.
     *
     * @throws Refusal {@code forbidden} if it is not the caller's to act for it, {@code invalid-field} if somebody must be named
     */
    public Party actor(Order order, @Nullable Party named) {
        Party one = this == SUBMISSION ? order.parties().origin().draftedBy() : only;
        if (one == null) {
            return Account.current().actingAs(named);
        }
        Account.current().actOnlyAs(one, named);
        return one;
    }

    @JsonValue
    public String segment() {
        return segment;
    }

    /** The same for an order whose closing right no table can prolong. */
    public static List<Action> of(Order order, Party party, Instant now) {
        return of(order, party, now, asked -> false);
    }

    /**
     * What a party may do now (section 15 of the rules); nothing while a dispute freezes the order (TR-22).
     *
     * @param right asked about orders of which a part of the deposit has come
     */
    public static List<Action> of(Order order, Party party, Instant now, ClosingRight right) {
        if (order.progress().frozen()) {
            return List.of();
        }
        List<Action> actions = new ArrayList<>(party == Party.BUYER ? ofBuyer(order, now) : ofSupplier(order, now));
        if (isDisputable(order, now)) {
            actions.add(DISPUTES);
        }
        if (party == Party.SUPPLIER && isPartlyPaid(order) && order.windowIsOver(now) && right.outlivesMoney(order)) {
            actions.add(CLOSURE);
        }
        return List.copyOf(actions);
    }

    private static boolean isPartlyPaid(Order order) {
        return order.status() == OrderStatus.AWAITING_DEPOSIT_CONFIRM
                || order.status() == OrderStatus.AWAITING_DEPOSIT_TOPUP;
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

    /** The same where the closing right is not asked for. */
    public void require(Order order, Party party, Instant now) {
        require(order, party, now, asked -> false);
    }

    /**
     * The guard of every command: refuses what the party may not do now.
     *
     * @throws Refusal {@code order-frozen} while a dispute is open, else what stands in the way, at least {@code illegal-transition} with the
     *     state and what is allowed
     */
    public void require(Order order, Party party, Instant now, ClosingRight right) {
        if (order.progress().frozen()) {
            throw new Refusal(this == DISPUTES ? Problem.DISPUTE_OPEN : Problem.ORDER_FROZEN, order.no());
        }
        if (this == CANCELLATIONS
                && order.funds().held().isPositive()
                && !order.status().isTerminal()) {
            throw new Refusal(Problem.REFUND_NEEDED, order.no(), order.funds().held());
        }
        List<Action> allowed = of(order, party, now, right);
        if (allowed.contains(this)) {
            return;
        }
        sayWhy(order);
        throw new Refusal(
                Problem.ILLEGAL_TRANSITION,
                order.no(),
                order.status().name(),
                allowed.isEmpty() ? "-" : allowed.stream().map(Action::segment).collect(Collectors.joining(", ")));
    }

    /** What says better than the list of what is allowed why this is not. */
    private void sayWhy(Order order) {
        if (this == GOODS_RECEIPT && order.status() == OrderStatus.SHIPPED_AWAITING_BALANCE) {
            throw new Refusal(Problem.BALANCE_UNPAID, order.no());
        }
        if (this == CLOSURE && order.status() == OrderStatus.AWAITING_DEPOSIT) {
            throw new Refusal(
                    Problem.PAYMENT_WINDOW_OPEN,
                    order.no(),
                    String.valueOf(order.deadlines().paymentDueAt()));
        }
        if (this == CLOSURE && isPartlyPaid(order)) {
            throw new Refusal(
                    Problem.DEPOSIT_ALREADY_POSTED, order.no(), order.funds().depositReceived());
        }
    }
}
