package org.tradeassurance.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.notification.SendMail;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.process.Signal;
import org.tradeassurance.process.TradeOrderModel;

/** What a ship date makes of an order, as values. */
class ShipmentStepsTest {

    private static final LocalDate SHIPPED = LocalDate.of(2015, 12, 20);

    private final Order order = new SampleOrder(new OrderNo("70058590568114"), Instant.parse("2015-11-03T02:00:00Z"))
            .awaitingShipment(LocalDate.of(2015, 12, 27), Contract.Transport.SEA, "12000.00");

    @Test
    @DisplayName("TR-16, SHP-03: a shipment is told to the record and to the buyer")
    void aShipmentIsTold() {
        Outcome shipped = ShipmentSteps.shipped(Shipped.ship(order, SHIPPED, true), SHIPPED);
        assertThat(shipped.entries()).containsExactly(new Outcome.Entry(Fact.GOODS_SHIPPED, "2015-12-20"));
        assertThat(shipped.effects())
                .containsExactly(new SendMail(order.no(), "acme@example.com", "goods-shipped", null));
    }

    @Test
    @DisplayName("AMB-14: a modification that still waits for the buyer lapses with the shipment")
    void aProposalLapses() {
        Outcome shipped = ShipmentSteps.shipped(order.proposed(2), SHIPPED);
        assertThat(shipped.effects()).contains(new Signal(order.no(), TradeOrderModel.MESSAGE_MODIFICATION_LAPSED));
    }
}
