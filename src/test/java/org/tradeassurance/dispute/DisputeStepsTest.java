package org.tradeassurance.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.money.Money;
import org.tradeassurance.notification.SendMail;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.FollowTimers;
import org.tradeassurance.process.Signal;
import org.tradeassurance.process.Tell;
import org.tradeassurance.process.TradeOrderModel;

/** A dispute about an order that has paid its deposit of 12,000.00, as values. */
@Tag("core")
class DisputeStepsTest {

    private static final Instant NOW = Instant.parse("2015-11-03T02:00:00Z");

    private final SampleOrder sample = new SampleOrder(new OrderNo("70058590568114"), NOW);
    private final Order paid = sample.awaitingShipment(LocalDate.of(2015, 12, 27), "SEA", "12000.00");

    @Test
    @DisplayName(
            "TR-21: a refund is asked for once something is paid; a dispute that opens is kept and the process told")
    void aRefundNeedsMoney() {
        DisputeSteps.Opened refund =
                new DisputeSteps.Opened(paid.no(), Dispute.Kind.REFUND, Party.BUYER, null, "Late", NOW);
        assertThat(DisputeSteps.open(paid, refund).effects())
                .containsExactly(refund, new Tell(paid.no(), TradeOrderModel.MESSAGE_DISPUTE_OPENED, Map.of()));
        Order unpaid = sample.awaitingDeposit(LocalDate.of(2015, 12, 27), "12000.00");
        assertThatThrownBy(() -> DisputeSteps.open(unpaid, refund))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.ILLEGAL_TRANSITION));
    }

    @ParameterizedTest(name = "ST-12, AMB-15: opened by {0}")
    @EnumSource(Party.class)
    void theOrderFreezesAndTheOtherPartyIsTold(Party party) {
        Outcome paused = DisputeSteps.pause(paid, dispute(party), NOW);
        assertThat(paused.order().progress().frozenAt()).isEqualTo(NOW);
        assertThat(DisputeSteps.pause(paused.order(), dispute(party), NOW.plusSeconds(1)))
                .as("the process starts again")
                .isEqualTo(Outcome.of(paused.order()));
        assertThat(paused.entries())
                .containsExactly(new Outcome.Entry(Fact.DISPUTE_OPENED, "REFUND 500.00: Wrong colour"));
        assertThat(paused.effects())
                .containsExactly(
                        new FollowTimers(paid.no()),
                        new SendMail(
                                paid.no(),
                                party == Party.BUYER ? "S-1001" : "acme@example.com",
                                "dispute-opened",
                                null));
    }

    @ParameterizedTest(name = "TR-22: {0} granted of 12,000.00 held: goes on {1}")
    @CsvSource({"11999.99, true", "12000.00, false"})
    void aDecisionForAllThatIsHeldClosesTheOrder(String granted, boolean goesOn) {
        Order frozen = paid.with(paid.progress().frozenSince(NOW));
        Decision decision = Decision.of(frozen, Dispute.Outcome.REFUND, granted);
        DisputeSteps.Decided decided = new DisputeSteps.Decided(dispute(Party.BUYER), decision, "As agreed", NOW);
        Outcome outcome = DisputeSteps.decide(frozen, decided);
        assertThat(outcome.answers())
                .containsEntry("orderGoesOn", goesOn)
                .containsEntry("grantedCents", Money.of(granted).cents());
        assertThat(outcome.order().progress().frozen()).isEqualTo(goesOn);
        assertThat(outcome.effects())
                .containsExactly(
                        decided,
                        new SendMail(paid.no(), "acme@example.com", "dispute-decided", null),
                        new SendMail(paid.no(), "S-1001", "dispute-decided", null));
    }

    @Test
    @DisplayName(
            "TR-22, TOL-05: a leg that money has left is tallied again where the supplier was asked, and nowhere else")
    void aLegThatMoneyHasLeftIsTalliedAgain() {
        Order unpaid = sample.awaitingDeposit(LocalDate.of(2015, 12, 27), "12000.00");
        Order asked = unpaid.become(OrderStatus.AWAITING_DEPOSIT_CONFIRM);
        Order shipped = paid.become(OrderStatus.SHIPPED_AWAITING_BALANCE);
        assertThat(DisputeSteps.resume(asked, true).effects())
                .containsExactly(
                        new FollowTimers(paid.no()), new Signal(paid.no(), TradeOrderModel.MESSAGE_DEPOSIT_POSTED));
        assertThat(DisputeSteps.resume(shipped, true).effects())
                .containsExactly(
                        new FollowTimers(paid.no()), new Signal(paid.no(), TradeOrderModel.MESSAGE_BALANCE_POSTED));
        assertThat(DisputeSteps.resume(shipped, false).effects()).containsExactly(new FollowTimers(paid.no()));
        assertThat(DisputeSteps.resume(paid, true).effects()).containsExactly(new FollowTimers(paid.no()));
    }

    private static Dispute dispute(Party party) {
        return new Dispute(
                1,
                Dispute.Kind.REFUND,
                party,
                Money.of("500.00"),
                "Wrong colour",
                "somebody",
                NOW,
                null,
                null,
                null,
                null,
                null);
    }
}
