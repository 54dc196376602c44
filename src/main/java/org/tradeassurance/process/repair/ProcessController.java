package org.tradeassurance.process.repair;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderView;
import org.tradeassurance.order.OrderViews;
import org.tradeassurance.order.Orders;

/** Where the marketplace lets a halted order go on. */
@RestController
class ProcessController {

    private final Orders orders;
    private final OrderViews views;
    private final OrderRestart restart;

    ProcessController(Orders orders, OrderViews views, OrderRestart restart) {
        this.orders = orders;
        this.views = views;
        this.restart = restart;
    }

    @PostMapping("/api/v1/orders/{no}/process")
    OrderView restart(@PathVariable OrderNo no) {
        restart.restart(orders.lockVisible(no));
        return views.get(no);
    }
}
