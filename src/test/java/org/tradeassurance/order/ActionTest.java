package org.tradeassurance.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Order.Confirmation;

/** What each side may do with an order, status by status (section 15 of the rules), and what turns it. */
@Tag("core")
class ActionTest {

    private static final Instant NOW = Instant.parse("2015-11-03T02:00:00Z");

    private final Order sample =
            new SampleOrder(new OrderNo("70058590568114"), NOW).awaitingDeposit(LocalDate.of(2015, 12, 27), "12000.00");

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ST-00, NEG-03   | NEGOTIATING               | UNCONFIRMED      | confirmations contract reminders cancellations disputes | confirmations contract reminders cancellations disputes
            ST-00, AMB-12   | NEGOTIATING               | INCOMPLETE       | contract reminders cancellations disputes               | contract reminders cancellations disputes
            ST-00           | NEGOTIATING               | -                | contract reminders cancellations disputes               | contract reminders cancellations disputes
            ST-01           | DRAFT                     | UNSUBMITTED      | cancellations disputes                                  | submission contract cancellations disputes
            ST-01           | DRAFT                     | BY_BUYER         | submission contract cancellations disputes              | cancellations disputes
            ST-01           | DRAFT                     | -                | cancellations disputes                                  | cancellations disputes
            ST-02           | AWAITING_SUPPLIER_CONFIRM | -                | contract reminders cancellations disputes               | confirmations contract cancellations disputes
            ST-03           | AWAITING_BUYER_CONFIRM    | -                | confirmations request-modification cancellations disputes | contract copy-link reminders cancellations disputes
            ST-04           | AWAITING_DEPOSIT          | NEARLY_DUE       | pay request-modification cancellations disputes         | contract copy-link reminders disputes
            PAY-01          | AWAITING_DEPOSIT          | OVERDUE          | pay request-modification cancellations disputes         | contract copy-link reminders closure disputes
            TR-08           | AWAITING_DEPOSIT          | CANCELLING       | pay request-modification disputes                       | contract copy-link reminders closure decision disputes
            ST-05           | AWAITING_DEPOSIT_CONFIRM  | -                | disputes                                                | deposit-acceptance contract export-orders copy-link disputes
            AMB-14          | AWAITING_DEPOSIT_CONFIRM  | PROPOSED         | confirmations disputes                                  | deposit-acceptance contract export-orders copy-link disputes
            ST-06           | AWAITING_DEPOSIT_TOPUP    | -                | pay disputes                                            | contract export-orders copy-link reminders disputes
            AMB-14          | AWAITING_DEPOSIT_TOPUP    | PROPOSED         | confirmations pay disputes                              | contract export-orders copy-link reminders disputes
            EXP-01, AMB-14  | AWAITING_DEPOSIT_TOPUP    | ASKED_PROPOSED   | pay disputes                                            | contract export-orders copy-link reminders disputes
            ST-07           | AWAITING_SHIPMENT         | -                | disputes                                                | shipment-declaration export-orders contract copy-link disputes
            AMB-14          | AWAITING_SHIPMENT         | PROPOSED         | confirmations disputes                                  | shipment-declaration export-orders contract copy-link disputes
            EXP-01, AMB-14  | AWAITING_SHIPMENT         | REFUSED_PROPOSED | disputes                                                | shipment-declaration export-orders contract copy-link disputes
            ST-07, AMB-27   | AWAITING_SHIPMENT         | DECLARED         | disputes                                                | export-orders contract copy-link disputes
            ST-08           | SHIPPED_AWAITING_BALANCE  | -                | pay disputes                                            | reminders disputes
            BAL-03          | SHIPPED_AWAITING_BALANCE  | SHORT            | pay disputes                                            | balance-acceptance reminders disputes
            ST-09           | AWAITING_RECEIPT          | -                | goods-receipt disputes                                  | reminders disputes
            ST-10, FBK-01   | COMPLETED                 | OPEN             | feedback disputes                                       | reply disputes
            ST-10, TR-22    | COMPLETED                 | ENDED            | -                                                       | -
            ST-10           | COMPLETED                 | -                | -                                                       | -
            ST-11           | CLOSED                    | OPEN             | -                                                       | -
            ST-12           | AWAITING_SHIPMENT         | FROZEN           | -                                                       | -
            """)
    void eachSideMayDoThis(String rules, OrderStatus status, String as, String buyer, String supplier) {
        Order order = as == null ? in(status) : as(as, in(status));
        assertThat(may(order, Party.BUYER)).as(rules).isEqualTo(buyer == null ? "" : buyer);
        assertThat(may(order, Party.SUPPLIER)).as(rules).isEqualTo(supplier == null ? "" : supplier);
    }

    @Test
    @DisplayName("A refusal names the status and what is allowed instead; a frozen order is refused as frozen (TR-22)")
    void aRefusalSaysWhatIsAllowed() {
        Order waiting = in(OrderStatus.AWAITING_RECEIPT);
        Action.GOODS_RECEIPT.require(waiting, Party.BUYER, NOW);
        assertRefused(waiting, Party.SUPPLIER, Problem.ILLEGAL_TRANSITION, "AWAITING_RECEIPT", "reminders, disputes");
        assertRefused(in(OrderStatus.CLOSED), Party.BUYER, Problem.ILLEGAL_TRANSITION, "CLOSED", "-");
        assertRefused(waiting.with(waiting.progress().frozenSince(NOW)), Party.BUYER, Problem.ORDER_FROZEN);
    }

    @ParameterizedTest(name = "PRM-23, AMB-29: {0}, {1}, the table says {2}: may close {3}")
    @CsvSource({
        "AWAITING_DEPOSIT_CONFIRM, OVERDUE,    true,  true",
        "AWAITING_DEPOSIT_TOPUP,   OVERDUE,    true,  true",
        "AWAITING_DEPOSIT_TOPUP,   NEARLY_DUE, true,  false",
        "AWAITING_DEPOSIT_TOPUP,   OVERDUE,    false, false",
        "AWAITING_DEPOSIT_TOPUP,   FROZEN,     true,  false",
        "AWAITING_SHIPMENT,        OVERDUE,    true,  false"
    })
    void aPartOfTheDepositEndsTheRightToCloseUnlessTheTableLetsItStand(
            OrderStatus status, String as, boolean table, boolean may) {
        Order order = as(as, in(status));
        assertThat(Action.of(order, Party.SUPPLIER, NOW, asked -> table).contains(Action.CLOSURE))
                .isEqualTo(may);
        assertThat(Action.of(order, Party.BUYER, NOW, asked -> table)).doesNotContain(Action.CLOSURE);
    }

    @ParameterizedTest(name = "{0} of an order that is {1}: {2}")
    @CsvSource({
        "CANCELLATIONS, AWAITING_SHIPMENT,        REFUND_NEEDED",
        "CANCELLATIONS, CLOSED,                   ILLEGAL_TRANSITION",
        "GOODS_RECEIPT, SHIPPED_AWAITING_BALANCE, BALANCE_UNPAID",
        "CLOSURE,       AWAITING_DEPOSIT,         PAYMENT_WINDOW_OPEN",
        "CLOSURE,       AWAITING_DEPOSIT_TOPUP,   DEPOSIT_ALREADY_POSTED",
        "CLOSURE,       AWAITING_SHIPMENT,        ILLEGAL_TRANSITION"
    })
    void aRefusalSaysWhatStandsInTheWay(Action action, OrderStatus status, Problem problem) {
        assertThatThrownBy(() -> action.require(as("NEARLY_DUE", in(status)), Party.SUPPLIER, NOW))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private static void assertRefused(Order order, Party party, Problem problem, Object... arguments) {
        assertThatThrownBy(() -> Action.GOODS_RECEIPT.require(order, party, NOW))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.problem()).isEqualTo(problem);
                    assertThat(refusal.arguments()).containsExactly(arguments);
                });
    }

    private static String may(Order order, Party party) {
        return Action.of(order, party, NOW).stream().map(Action::segment).collect(Collectors.joining(" "));
    }

    /** What an order may have come to besides its status. */
    private static Order as(String come, Order order) {
        Order.Parties parties = order.parties();
        return switch (come) {
            case "UNCONFIRMED" -> unconfirmed(order);
            case "INCOMPLETE" ->
                unconfirmed(order.with(new Order.Parties(
                        Origin.INQUIRY,
                        parties.supplierId(),
                        new Order.Buyer("acme@example.com", null, null, null),
                        parties.acknowledged())));
            case "UNSUBMITTED" -> unsubmitted(order);
            case "BY_BUYER" ->
                unsubmitted(order.with(new Order.Parties(
                        Origin.BUYER_ORDER, parties.supplierId(), parties.buyer(), parties.acknowledged())));
            case "OVERDUE" -> order.with(order.deadlines().payment(NOW));
            case "NEARLY_DUE" -> order.with(order.deadlines().payment(NOW.plusNanos(1)));
            case "CANCELLING" -> order.cancellationRequested(new Order.CancellationRequest("Found another", NOW));
            case "PROPOSED" -> order.proposed(2);
            case "ASKED_PROPOSED" -> order.proposed(2).with(order.shipment().checked(Order.ExportCheck.PENDING));
            case "REFUSED_PROPOSED" -> order.proposed(2).with(order.shipment().checked(Order.ExportCheck.REFUSED));
            case "DECLARED" -> order.with(order.shipment().declared(NOW));
            case "SHORT" -> order.with(order.funds().shortBalanceAsked(true));
            case "OPEN" -> order.with(until(NOW.plusNanos(1)));
            case "ENDED" -> order.with(until(NOW));
            case "FROZEN" -> order.with(order.progress().frozenSince(NOW));
            default -> order;
        };
    }

    private static Order unconfirmed(Order order) {
        Contract contract = order.agreement().contract();
        return order.with(new Order.Agreement(1, contract, null, Confirmation.NONE, Confirmation.NONE, null));
    }

    private static Order unsubmitted(Order order) {
        return order.with(
                new Progress(order.status(), order.progress().openedAt(), null, null, null, null, false, null));
    }

    private static Deadlines until(Instant end) {
        return Deadlines.NONE.coverageEnd(end).feedback(end).reply(end);
    }

    private Order in(OrderStatus status) {
        return sample.with(sample.funds().plus(Money.of("12000.00"), Money.ZERO, Money.ZERO))
                .with(sample.progress().at(status));
    }
}
