package org.tradeassurance.shipment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tradeassurance.eligibility.Eligibility;
import org.tradeassurance.notification.SendMail;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.order.ShipDateCorrected;
import org.tradeassurance.process.Chase;
import org.tradeassurance.process.MoveChase;
import org.tradeassurance.process.MoveTimer;
import org.tradeassurance.process.OrderTask;
import org.tradeassurance.process.Signal;
import org.tradeassurance.process.Steps;
import org.tradeassurance.process.TradeOrderModel;

/** What {@code ship-order} does. */
@Configuration(proxyBeanMethods = false)
class ShipmentSteps {

    private final Steps steps;
    private final LinkedExportOrders exportOrders;

    ShipmentSteps(Steps steps, LinkedExportOrders exportOrders) {
        this.steps = steps;
        this.exportOrders = exportOrders;
    }

    /** Looks under the order's lock, so that no clearance is missed, whether all goods have left (AMB-27). */
    @Bean
    OrderTask checkClearancesDelegate() {
        return steps.task((order, given) -> Outcome.of(order)
                .answer(
                        "allCleared",
                        order.shipment().awaitsClearance()
                                && exportOrders.of(order).haveLeft()));
    }

    @Bean
    OrderTask recordDeclarationDelegate(Eligibility eligibility) {
        return steps.task((order, given) -> {
            Action.SHIPMENT_DECLARATION.require(order, Party.SUPPLIER, given.now());
            eligibility.requireSupplierOfRunning(order);
            return declare(order, exportOrders.of(order).linked(), given.now());
        });
    }

    @Bean
    OrderTask recordShipmentDelegate(CompletionTable completion) {
        return steps.task((order, given) -> {
            LocalDate shipDate = exportOrders.of(order).shipDate();
            return shipped(Shipped.ship(order, shipDate), shipDate, () -> completion.chaseAt(order, shipDate));
        });
    }

    /**
     * The supplier has dispatched all goods under at least one export order (AMB-27).
     *
     * @throws Refusal {@code no-export-order}
     */
    static Outcome declare(Order order, int exportOrders, Instant now) {
        if (exportOrders == 0) {
            throw new Refusal(Problem.NO_EXPORT_ORDER, order.no());
        }
        return Outcome.of(order.with(order.shipment().declared(now))).told(Fact.SHIPMENT_DECLARED);
    }

    /**
     * The ship date is fixed, the buyer is told (TR-16, TR-17, SHP-03). Once the goods have left, a modification that still waits for the buyer
     * lapses (AMB-14).
     *
     * @param chase when a balance that is still owed is chased
     */
    static Outcome shipped(Order order, LocalDate shipDate, Supplier<Instant> chase) {
        Order chased = order.status() == OrderStatus.SHIPPED_AWAITING_BALANCE
                ? order.with(order.deadlines().balanceChase(chase.get()))
                : order;
        Outcome shipped =
                Outcome.of(chased).told(Fact.GOODS_SHIPPED, shipDate).then(SendMail.toBuyer(order, "goods-shipped"));
        return order.agreement().proposedVersion() == null
                ? shipped
                : shipped.then(new Signal(order.no(), TradeOrderModel.MESSAGE_MODIFICATION_LAPSED));
    }

    /** A corrected clearance gives a shipped order another date: what is due after it moves with it (section 17, AMB-03). */
    static Outcome corrected(Order order, ShipDateCorrection correction) {
        Order corrected = correction.apply(order);
        Outcome moved = Outcome.of(corrected)
                .told(Fact.SHIP_DATE_CORRECTED, correction.from() + " -> " + correction.to())
                .then(new MoveChase(
                        order.no(), Chase.BALANCE, corrected.deadlines().balanceChaseAt()));
        Instant receipt = corrected.deadlines().autoCompleteAt();
        if (receipt != null) {
            moved = moved.then(new MoveTimer(order.no(), "event_receiptOverdue", receipt));
        }
        return moved.then(new ShipDateCorrected(order.no()));
    }
}
