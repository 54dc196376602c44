package org.tradeassurance.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Deadlines;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderClosed;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Progress;
import org.tradeassurance.order.Refusal;

/** Confirming and closing an order, as values. */
@Tag("core")
class ConfirmationStepsTest {

    private static final Instant NOW = Instant.parse("2015-11-03T02:00:00Z");

    private final Order agreed = new SampleOrder(new OrderNo("70058590568114"), Instant.parse("2015-11-01T01:00:00Z"))
            .awaitingDeposit(LocalDate.of(2015, 12, 27), "12000.00");

    @ParameterizedTest(name = "TR-02 to TR-05: {0} confirms in {1}: {2}")
    @CsvSource({
        "BUYER, NEGOTIATING, AWAITING_SUPPLIER_CONFIRM",
        "SUPPLIER, NEGOTIATING, AWAITING_BUYER_CONFIRM",
        "BUYER, AWAITING_BUYER_CONFIRM, AWAITING_BUYER_CONFIRM",
        "SUPPLIER, AWAITING_SUPPLIER_CONFIRM, AWAITING_SUPPLIER_CONFIRM"
    })
    void whoConfirmsLeavesTheTurnToTheOther(Party party, OrderStatus from, OrderStatus to) {
        Outcome confirmed = ConfirmationSteps.confirm(in(from), party, NOW);
        assertThat(confirmed.order().status()).isEqualTo(to);
        assertThat(confirmed.order().agreement().confirmedBy(party)).isTrue();
        assertThat(confirmed.order().agreement().of(party).at()).isEqualTo(NOW);
        assertThat(confirmed.entries()).containsExactly(new Outcome.Entry(Fact.CONTRACT_CONFIRMED, party.name()));
    }

    @Test
    @DisplayName(
            "TR-08: a cancellation that the supplier accepts gives the buyer's reason; not once money is applied (AMB-29)")
    void aCancellationIsAcceptedBeforeMoney() {
        Outcome requested = ConfirmationSteps.cancel(agreed, "Found another", NOW);
        assertThat(requested.entries())
                .containsExactly(new Outcome.Entry(Fact.CANCELLATION_REQUESTED, "Found another"));
        Order asked = requested.order();
        assertThat(ConfirmationSteps.acceptCancellation(asked).answers()).containsEntry("reason", "Found another");
        Order paid = asked.with(asked.funds().plus(Money.of("0.01"), Money.ZERO, Money.ZERO));
        assertThatThrownBy(() -> ConfirmationSteps.acceptCancellation(paid))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.REFUND_NEEDED));
    }

    @Test
    @DisplayName("TR-08: a cancellation that is declined may be asked for again")
    void aDeclinedCancellationIsForgotten() {
        Order asked = agreed.cancellationRequested(new Order.CancellationRequest("Found another", NOW));
        Outcome declined = ConfirmationSteps.declineCancellation(asked);
        assertThat(declined.order()).isEqualTo(agreed);
        assertThat(declined.entries()).containsExactly(new Outcome.Entry(Fact.CANCELLATION_DECLINED, null));
    }

    @Test
    @DisplayName("TR-07 to TR-09, AMB-14: a closed order has its reason, no deadline and no proposal")
    void aClosedOrderWaitsForNothing() {
        Outcome closed = ConfirmationSteps.close(agreed.proposed(2), "No money came", null, NOW);
        Order order = closed.order();
        assertThat(order.isClosed()).isTrue();
        assertThat(order.deadlines()).isEqualTo(Deadlines.NONE);
        assertThat(order.agreement().proposedVersion()).isNull();
        assertThat(order.progress().closing())
                .isEqualTo(new Order.Closing("No money came", NOW, OrderStatus.AWAITING_DEPOSIT.step()));
        assertThat(closed.entries()).containsExactly(new Outcome.Entry(Fact.ORDER_CLOSED, "No money came"));
        assertThat(closed.effects()).containsExactly(new OrderClosed(order.no()));
        assertThatThrownBy(() -> ConfirmationSteps.close(order.become(OrderStatus.COMPLETED), null, null, NOW))
                .isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("TR-09: where no reason is given, the record says so")
    void aReasonMayBeUnstated() {
        Order.Closing closing = ConfirmationSteps.close(agreed, null, null, NOW)
                .order()
                .progress()
                .closing();
        assertThat(closing).isEqualTo(new Order.Closing("-", NOW, OrderStatus.Step.PAYMENT));
    }

    private Order in(OrderStatus status) {
        Order.Agreement a = agreed.agreement();
        return agreed.with(new Order.Agreement(
                        2, a.contract(), null, Order.Confirmation.NONE, Order.Confirmation.NONE, null))
                .with(new Progress(status, NOW, NOW, null, null, null, false, null));
    }
}
