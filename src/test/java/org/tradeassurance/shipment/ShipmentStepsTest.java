package org.tradeassurance.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.notification.SendMail;
import org.tradeassurance.order.CompletionTerms;
import org.tradeassurance.order.Deadlines;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.order.ShipDateCorrected;
import org.tradeassurance.process.Chase;
import org.tradeassurance.process.MoveChase;
import org.tradeassurance.process.MoveTimer;
import org.tradeassurance.process.Signal;
import org.tradeassurance.process.TradeOrderModel;

/** What a ship date makes of an order, as values. */
@Tag("core")
class ShipmentStepsTest {

    private static final LocalDate SHIPPED = LocalDate.of(2015, 12, 20);

    private static final Instant CHASE = Instant.parse("2016-02-03T16:00:00Z");

    private final SampleOrder sample =
            new SampleOrder(new OrderNo("70058590568114"), Instant.parse("2015-11-03T02:00:00Z"));
    private final Order order = sample.awaitingShipment(LocalDate.of(2015, 12, 27), "SEA", "12000.00");

    @Test
    @DisplayName("TR-16, SHP-03: a shipment is told to the record and to the buyer")
    void aShipmentIsTold() {
        Outcome shipped = ShipmentSteps.shipped(Shipped.ship(order, SHIPPED), SHIPPED, () -> CHASE);
        assertThat(shipped.order().deadlines().balanceChaseAt()).isEqualTo(CHASE);
        assertThat(shipped.entries()).containsExactly(new Outcome.Entry(Fact.GOODS_SHIPPED, "2015-12-20"));
        assertThat(shipped.effects())
                .containsExactly(new SendMail(order.no(), "acme@example.com", "goods-shipped", null));
    }

    @Test
    @DisplayName("TR-17: where nothing is owed, nothing is chased")
    void nothingOwedIsNotChased() {
        Order full = sample.awaitingShipment(LocalDate.of(2015, 12, 27), "SEA", "40000.00");
        Outcome shipped = ShipmentSteps.shipped(Shipped.ship(full, SHIPPED), SHIPPED, () -> CHASE);
        assertThat(shipped.order().status()).isEqualTo(OrderStatus.AWAITING_RECEIPT);
        assertThat(shipped.order().deadlines().balanceChaseAt()).isNull();
    }

    @Test
    @DisplayName("AMB-27: goods are dispatched under an export order; with its clearance they have left")
    void goodsAreDispatchedUnderAnExportOrder() {
        Outcome declared = ShipmentSteps.declare(order, 1, CHASE);
        assertThat(declared.order().shipment().declaredAt()).isEqualTo(CHASE);
        assertThat(declared.entries()).containsExactly(new Outcome.Entry(Fact.SHIPMENT_DECLARED, null));
        assertThat(declared.order().shipment().awaitsClearance()).isTrue();
        assertThat(declared.order().shipment().exportOrderPending(true).awaitsClearance())
                .isFalse();
        assertThat(order.shipment().awaitsClearance()).isFalse();
        assertThatThrownBy(() -> ShipmentSteps.declare(order, 0, CHASE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.NO_EXPORT_ORDER));
    }

    @Test
    @DisplayName("Section 17, AMB-03: a corrected date is told and moves what is due after it, by timer or chase")
    void aCorrectedDateMovesWhatIsDue() {
        ShipDateCorrection later = new ShipDateCorrection(
                SHIPPED, SHIPPED.plusDays(1), new CompletionTerms(45, 7, CompletionTerms.Anchor.SHIP_DATE));
        Order unpaid = ShipmentSteps.shipped(Shipped.ship(order, SHIPPED), SHIPPED, () -> CHASE)
                .order();
        Instant chase = CHASE.plus(Duration.ofDays(1));
        Outcome corrected = ShipmentSteps.corrected(unpaid, later);
        assertThat(corrected.order().deadlines().balanceChaseAt()).isEqualTo(chase);
        assertThat(corrected.entries())
                .containsExactly(new Outcome.Entry(Fact.SHIP_DATE_CORRECTED, "2015-12-20 -> 2015-12-21"));
        assertThat(corrected.effects())
                .containsExactly(new MoveChase(order.no(), Chase.BALANCE, chase), new ShipDateCorrected(order.no()));

        Order waiting = unpaid.become(OrderStatus.AWAITING_RECEIPT).with(Deadlines.NONE.autoComplete(CHASE));
        assertThat(ShipmentSteps.corrected(waiting, later).effects())
                .containsExactly(
                        new MoveChase(order.no(), Chase.BALANCE, null),
                        new MoveTimer(order.no(), "event_receiptOverdue", chase),
                        new ShipDateCorrected(order.no()));
        assertThat(later.changesAnything()).isTrue();
        assertThat(new ShipDateCorrection(SHIPPED, SHIPPED, later.terms()).changesAnything())
                .isFalse();
    }

    @Test
    @DisplayName("AMB-14: a modification that still waits for the buyer lapses with the shipment")
    void aProposalLapses() {
        Outcome shipped = ShipmentSteps.shipped(order.proposed(2), SHIPPED, () -> CHASE);
        assertThat(shipped.order())
                .as("nothing is chased before the goods have left")
                .isEqualTo(order.proposed(2));
        assertThat(shipped.effects()).contains(new Signal(order.no(), TradeOrderModel.MESSAGE_MODIFICATION_LAPSED));
    }
}
