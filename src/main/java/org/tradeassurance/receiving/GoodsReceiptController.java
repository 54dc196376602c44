package org.tradeassurance.receiving;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.OrderView;
import org.tradeassurance.order.OrderViews;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.OrderProcess;
import org.tradeassurance.process.TradeOrderModel;

/** The buyer confirms receipt (TR-19). */
@RestController
class GoodsReceiptController {

    private final Orders orders;
    private final OrderViews orderViews;
    private final OrderProcess process;
    private final Clock clock;

    GoodsReceiptController(Orders orders, OrderViews orderViews, OrderProcess process, Clock clock) {
        this.orders = orders;
        this.orderViews = orderViews;
        this.process = process;
        this.clock = clock;
    }

    record Receipt(@Nullable Party party) {}

    @PostMapping("/api/v1/orders/{no}/goods-receipt")
    OrderView confirm(@PathVariable OrderNo no, @RequestBody(required = false) @Nullable Receipt body) {
        Account.current().actOnlyAs(Party.BUYER, body == null ? null : body.party());
        Order order = orders.lockVisible(no);
        if (order.status() == OrderStatus.SHIPPED_AWAITING_BALANCE
                && !order.progress().frozen()) {
            throw new Refusal(Problem.BALANCE_UNPAID, no);
        }
        Action.GOODS_RECEIPT.require(order, Party.BUYER, clock.instant());
        process.complete(no, TradeOrderModel.TASK_CONFIRM_RECEIPT, Map.of());
        return orderViews.get(no);
    }
}
