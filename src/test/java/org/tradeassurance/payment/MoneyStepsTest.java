package org.tradeassurance.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tradeassurance.payment.TestMoney.NO;
import static org.tradeassurance.payment.TestMoney.NOW;
import static org.tradeassurance.payment.TestMoney.applied;
import static org.tradeassurance.payment.TestMoney.counted;
import static org.tradeassurance.payment.TestMoney.pending;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Leg;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Progress;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.Chase;
import org.tradeassurance.process.MoveChase;
import org.tradeassurance.process.Signal;
import org.tradeassurance.process.TradeOrderModel;

/** What money does to an order of 40,000.00 with a deposit of 12,000.00, as values: no clock, no database, no engine. */
@Tag("core")
class MoneyStepsTest {

    private static final Instant AGREED = Instant.parse("2015-11-01T01:00:00Z");
    private static final LocalDate SHIP_BY = LocalDate.of(2015, 12, 27);

    private final SampleOrder sample = new SampleOrder(NO, AGREED);
    private final Order unpaid = sample.awaitingDeposit(SHIP_BY, "12000.00");
    private final Order paid = sample.awaitingShipment(SHIP_BY, "SEA", "12000.00");

    @ParameterizedTest(name = "TOL-05: {0} tallies as {1}")
    @CsvSource({"12000.00, 1200000", "11999.99, 1199999", "0.01, 1", "12000.01, 1200001"})
    void allPendingMoneyIsTallied(String amount, long cents) {
        Outcome tallied = DepositSteps.tally(unpaid, List.of(pending("R-1", amount)), NOW);

        assertThat(tallied.order().funds().depositReceived()).isEqualTo(Money.of(amount));
        assertThat(tallied.answers())
                .containsEntry("firstPosting", true)
                .containsEntry("expectedCents", 1_200_000L)
                .containsEntry("receivedCents", cents)
                .containsEntry("leg", "DEPOSIT")
                .containsEntry("onDate", "2015-11-01");
    }

    @Test
    @DisplayName(
            "PRM: the rows of the day of the contract's confirmation judge its money, those of today until both have confirmed")
    void theTablesOfTheConfirmationJudge() {
        Order.Confirmation old = new Order.Confirmation(1, AGREED);
        Order.Confirmation late = new Order.Confirmation(1, AGREED.plus(Duration.ofDays(1)));
        Order.Confirmation other = new Order.Confirmation(2, AGREED);

        assertThat(judgedOn(old, late)).isEqualTo("2015-11-02");
        assertThat(judgedOn(late, old)).isEqualTo("2015-11-02");
        assertThat(judgedOn(old, Order.Confirmation.NONE)).isEqualTo("2015-11-03");
        assertThat(judgedOn(old, other)).isEqualTo("2015-11-03");
    }

    private @Nullable Object judgedOn(Order.Confirmation supplier, Order.Confirmation buyer) {
        Order.Agreement agreed = unpaid.agreement();
        Order order = unpaid.with(new Order.Agreement(1, agreed.contract(), null, supplier, buyer, null));
        return DepositSteps.tally(order, List.of(), NOW).answers().get("onDate");
    }

    @Test
    @DisplayName("ST-13: a contract becomes effective with its first money, once; without money nothing is first")
    void theFirstMoneyIsFirstOnce() {
        Order effective = DepositSteps.tally(unpaid, List.of(pending("R-1", "1.00")), NOW)
                .order()
                .effective(NOW);
        assertThat(DepositSteps.tally(effective, List.of(pending("R-2", "1.00")), NOW)
                        .answers())
                .containsEntry("firstPosting", false);
        Outcome nothing = DepositSteps.tally(unpaid, List.of(), NOW);
        assertThat(nothing.answers()).containsEntry("firstPosting", false);
        assertThat(nothing.order()).isEqualTo(unpaid);
        assertThat(nothing.effects()).isEmpty();
        assertThat(nothing.entries()).isEmpty();
    }

    @Test
    @DisplayName("TOL-04: above the total money is due for refund, told by remittance and in the order of notification")
    void whatIsAboveTheTotalIsDueForRefund() {
        Remittance first = pending("R-1", "39999.99");
        Remittance second = pending("R-2", "0.02");
        Outcome posted = Posting.post(unpaid, List.of(first, second), NOW);

        assertThat(posted.order().funds().depositReceived()).isEqualTo(Money.of("40000.00"));
        assertThat(posted.order().funds().refundDue()).isEqualTo(Money.of("0.01"));
        assertThat(posted.entries())
                .containsExactly(
                        new Outcome.Entry(Fact.MONEY_POSTED, "39999.99 USD, TT, R-1"),
                        new Outcome.Entry(Fact.MONEY_POSTED, "0.02 USD, TT, R-2"));
        assertThat(posted.effects())
                .containsExactly(
                        new Posting.Applied(first, Leg.DEPOSIT, counted("39999.99", "0.00", "0.00"), NOW),
                        new Posting.Applied(second, Leg.DEPOSIT, counted("0.01", "0.00", "0.01"), NOW),
                        new Posting.RefundDue(
                                second,
                                Money.of("0.01"),
                                Refund.Cause.SURPLUS,
                                unpaid.with(unpaid.funds().plus(Money.of("39999.99"), Money.ZERO, Money.ZERO))));
    }

    @Test
    @DisplayName("TOL-04: an accepted deposit closes its leg; its surplus is balance, from the latest money")
    void anAcceptedDepositMovesItsSurplus() {
        Remittance first = applied("R-1", counted("12000.00", "0.00", "0.00"));
        Remittance second = applied("R-2", counted("500.00", "0.00", "0.00"));
        Order received = unpaid.with(unpaid.funds().plus(Money.of("12500.00"), Money.ZERO, Money.ZERO));
        Outcome accepted = DepositSteps.accept(received, List.of(first, second), 0, NOW);

        assertThat(accepted.order().status()).isEqualTo(OrderStatus.AWAITING_SHIPMENT);
        assertThat(accepted.order().funds().depositReceived()).isEqualTo(Money.of("12000.00"));
        assertThat(accepted.order().funds().balanceReceived()).isEqualTo(Money.of("500.00"));
        assertThat(accepted.order().funds().depositAcceptedAt()).isEqualTo(NOW);
        assertThat(accepted.order().shipment().agreedShipDate()).isEqualTo(SHIP_BY);
        assertThat(accepted.effects()).containsExactly(new Posting.Moved(second, counted("0.00", "500.00", "0.00")));
        assertThat(accepted.entries()).containsExactly(new Outcome.Entry(Fact.DEPOSIT_ACCEPTED, "12500.00"));
    }

    @Test
    @DisplayName("TR-11, TR-12: a short deposit is asked for, of the supplier or of the buyer")
    void aShortDepositIsAskedFor() {
        assertThat(DepositSteps.askForAcceptance(unpaid).order().status())
                .isEqualTo(OrderStatus.AWAITING_DEPOSIT_CONFIRM);
        Outcome topUp = DepositSteps.askForTopUp(unpaid, NOW);
        assertThat(topUp.order().status()).isEqualTo(OrderStatus.AWAITING_DEPOSIT_TOPUP);
        assertThat(topUp.order().deadlines().topUpChaseAt()).isEqualTo(NOW);
        assertThat(topUp.entries()).containsExactly(new Outcome.Entry(Fact.DEPOSIT_TOP_UP_ASKED, "0.00"));
    }

    @Test
    @DisplayName("PAY-01: the window opens once, and is told with its end")
    void theWindowOpens() {
        Order confirmed = unpaid.with(unpaid.deadlines().payment(null));
        Outcome opened = DepositSteps.openWindow(confirmed, NOW);
        assertThat(opened.order().deadlines().paymentDueAt()).isEqualTo(NOW);
        assertThat(opened.entries()).containsExactly(new Outcome.Entry(Fact.PAYMENT_WINDOW_OPENED, NOW.toString()));
        assertThat(DepositSteps.openWindow(opened.order(), NOW.plusSeconds(1)).order())
                .isEqualTo(opened.order());
        Order confirming = new Order(
                paid.no(),
                paid.parties(),
                new Progress(OrderStatus.AWAITING_BUYER_CONFIRM, AGREED, NOW, null, null, null, false, null),
                paid.agreement(),
                paid.coverage(),
                unpaid.funds(),
                unpaid.shipment(),
                unpaid.deadlines());
        assertThat(DepositSteps.openWindow(confirming, NOW).order())
                .as("TR-06: a modified contract has a window of its own")
                .isEqualTo(opened.order().with(confirming.progress()).become(OrderStatus.AWAITING_DEPOSIT));
    }

    @Test
    @DisplayName(
            "TR-14: under a modified contract an accepted deposit moves its surplus and the ship date, another is tallied")
    void aModifiedContractIsReviewed() {
        Remittance one = applied("R-1", counted("12500.00", "0.00", "0.00"));
        Order more = paid.with(paid.funds().plus(Money.of("500.00"), Money.ZERO, Money.ZERO));
        Outcome reviewed = DepositSteps.review(more, List.of(one), 0);
        assertThat(reviewed.order().shipment().agreedShipDate()).isEqualTo(SHIP_BY);
        assertThat(reviewed.effects())
                .containsExactly(
                        new Posting.Moved(one, counted("12000.00", "500.00", "0.00")),
                        new MoveChase(paid.no(), Chase.LATE_SHIPMENT, Instant.parse("2015-12-27T16:00:00Z")));
        Order unaccepted = unpaid.become(OrderStatus.AWAITING_DEPOSIT_CONFIRM);
        assertThat(DepositSteps.review(unaccepted, List.of(), 0))
                .isEqualTo(Outcome.of(unaccepted).then(new Signal(paid.no(), TradeOrderModel.MESSAGE_DEPOSIT_POSTED)));
    }

    @ParameterizedTest(name = "PRM-11: {0} days after 27 December is the last day that is on time: it ends at {1}")
    @CsvSource({"0, 2015-12-27T16:00:00Z", "-1, 2015-12-26T16:00:00Z", "2, 2015-12-29T16:00:00Z"})
    void theShipDateEndsWithItsLastDay(int lastDay, Instant end) {
        Order accepted = DepositSteps.accept(unpaid, List.of(), lastDay, NOW).order();
        assertThat(accepted.shipment().shipByEndsAt()).isEqualTo(end);
        assertThat(DepositSteps.review(paid, List.of(), lastDay).effects())
                .containsExactly(new MoveChase(paid.no(), Chase.LATE_SHIPMENT, end));
    }

    @ParameterizedTest(name = "TR-22: {0} granted of 12,000.00 deposit and 500.00 balance: {1} and {2} stay")
    @CsvSource({"12500.00, 0.00, 0.00", "12000.01, 0.00, 499.99", "12000.00, 0.00, 500.00", "0.01, 11999.99, 500.00"})
    void aGrantTakesTheDepositFirst(String granted, String deposit, String balance) {
        Remittance one = applied("R-1", counted("12000.00", "500.00", "0.00"));
        Order held = paid.with(paid.funds().plus(Money.ZERO, Money.of("500.00"), Money.ZERO));
        Outcome refunded = Posting.refund(held, Money.of(granted), List.of(one));

        assertThat(refunded.order().funds().depositReceived()).isEqualTo(Money.of(deposit));
        assertThat(refunded.order().funds().balanceReceived()).isEqualTo(Money.of(balance));
        assertThat(refunded.order().funds().refundDue()).isEqualTo(Money.of(granted));
        assertThat(refunded.effects())
                .containsExactly(
                        new Posting.Moved(one, counted(deposit, balance, granted)),
                        new Posting.RefundDue(one, Money.of(granted), Refund.Cause.DISPUTE, refunded.order()));
    }

    @Test
    @DisplayName("TR-22: nobody is granted more than the order holds")
    void noMoreIsGrantedThanHeld() {
        assertThatThrownBy(() -> Posting.refund(paid, Money.of("12000.01"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("AMB-28, AMB-29: money in the inbox keeps an order open, or goes to the finance desk")
    void pendingMoneyOfAClosingOrder() {
        Remittance early = pending("R-1", "10.00");
        assertThatThrownBy(() -> Posting.requireNoDeposit(unpaid, List.of(early)))
                .isInstanceOf(Refusal.class);
        Posting.requireNoDeposit(unpaid, List.of());
        Posting.requireNoDeposit(paid, List.of(early));
        assertThat(Posting.suspend(Outcome.of(paid), List.of(early)).effects())
                .containsExactly(new Posting.Suspended(early, Remittance.Reason.ORDER_CLOSED, paid.no()));
    }

    @Test
    @DisplayName("TR-22: what is granted is told and due for refund; a grant of nothing changes nothing")
    void aGrantIsTold() {
        Remittance one = applied("R-1", counted("12000.00", "0.00", "0.00"));
        Outcome granted = HeldMoneySteps.grant(paid, Money.of("500.00"), List.of(one));
        assertThat(granted.order().funds().refundDue()).isEqualTo(Money.of("500.00"));
        assertThat(granted.entries()).containsExactly(new Outcome.Entry(Fact.REFUND_GRANTED, "500.00"));
        assertThat(HeldMoneySteps.grant(paid, Money.ZERO, List.of(one))).isEqualTo(Outcome.of(paid));
    }

    @Test
    @DisplayName("TOL-04, AMB-28, PRM-23: an order that closes keeps no money")
    void aClosedOrderKeepsNoMoney() {
        Remittance held = applied("R-1", counted("12000.00", "0.00", "0.00"));
        Remittance late = pending("R-2", "10.00");
        Outcome emptied = HeldMoneySteps.empty(paid, List.of(late), List.of(held));
        assertThat(emptied.order().funds().held()).isEqualTo(Money.ZERO);
        assertThat(emptied.effects())
                .containsExactly(
                        new Posting.Moved(held, counted("0.00", "0.00", "12000.00")),
                        new Posting.RefundDue(held, Money.of("12000.00"), Refund.Cause.DISPUTE, emptied.order()),
                        new Posting.Suspended(late, Remittance.Reason.ORDER_CLOSED, paid.no()));
        assertThat(HeldMoneySteps.empty(unpaid, List.of(), List.of())).isEqualTo(Outcome.of(unpaid));
        assertThatThrownBy(() -> HeldMoneySteps.empty(unpaid, List.of(late), List.of()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("TOL-04: money after completion goes back wholly, and says why")
    void moneyAfterCompletionGoesBack() {
        Order completed = shipped(paid).become(OrderStatus.AWAITING_RECEIPT).complete(NOW, false);
        Remittance late = pending("R-2", "10.00");
        assertThat(Posting.post(completed, List.of(late), NOW).effects())
                .contains(new Posting.RefundDue(late, Money.of("10.00"), Refund.Cause.ORDER_COMPLETED, completed));
    }

    @Test
    @DisplayName("TOL-04: money counts for a leg, not once it is due for refund; what was answered is where it lies")
    void whereMoneyLies() {
        assertThat(counted("0.01", "0.00", "5.00").counts()).isTrue();
        assertThat(counted("0.00", "0.01", "0.00").counts()).isTrue();
        assertThat(counted("0.00", "0.00", "5.00").counts()).isFalse();
        Allocation all = new Allocation(Money.of("1.00"), Money.of("2.00"), Money.of("4.00"), Money.of("8.00"));
        assertThat(all.sum()).isEqualTo(Money.of("15.00"));
        assertThat(all.plus(all).sum()).isEqualTo(Money.of("30.00"));
        assertThat(applied("R-1", all).answer())
                .isEqualTo(new Remittance.Answer(
                        "id-R-1",
                        Remittance.State.APPLIED,
                        paid.no(),
                        Money.of("1.00"),
                        Money.of("2.00"),
                        Money.of("4.00"),
                        Money.of("8.00")));
    }

    private static Order shipped(Order order) {
        return order.with(order.shipment().shipped(SHIP_BY)).become(OrderStatus.SHIPPED_AWAITING_BALANCE);
    }
}
