package org.tradeassurance.shipment;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderView;
import org.tradeassurance.order.OrderViews;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;
import org.tradeassurance.process.OrderProcess;
import org.tradeassurance.process.TradeOrderModel;

/** The supplier declares that all goods are dispatched (AMB-27). */
@RestController
class ShipmentDeclarationController {

    private final Orders orders;
    private final OrderViews orderViews;
    private final OrderProcess process;
    private final Clock clock;

    ShipmentDeclarationController(Orders orders, OrderViews orderViews, OrderProcess process, Clock clock) {
        this.orders = orders;
        this.orderViews = orderViews;
        this.process = process;
        this.clock = clock;
    }

    record Declaration(@Nullable Party party) {}

    @PostMapping("/api/v1/orders/{no}/shipment-declaration")
    OrderView declare(@PathVariable OrderNo no, @RequestBody(required = false) @Nullable Declaration body) {
        Account.current().actOnlyAs(Party.SUPPLIER, body == null ? null : body.party());
        Action.SHIPMENT_DECLARATION.require(orders.lockVisible(no), Party.SUPPLIER, clock.instant());
        process.complete(no, TradeOrderModel.TASK_DECLARE_SHIPMENT, Map.of());
        return orderViews.get(no);
    }
}
