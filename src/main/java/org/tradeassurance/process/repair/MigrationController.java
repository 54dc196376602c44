package org.tradeassurance.process.repair;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderView;
import org.tradeassurance.order.OrderViews;
import org.tradeassurance.order.Orders;

/** Where the marketplace moves a running order to the latest deployment (section 17). */
@RestController
class MigrationController {

    private final Orders orders;
    private final OrderViews views;
    private final OrderMigration migration;

    MigrationController(Orders orders, OrderViews views, OrderMigration migration) {
        this.orders = orders;
        this.views = views;
        this.migration = migration;
    }

    @PostMapping("/api/v1/orders/{no}/migration")
    OrderView migrate(@PathVariable OrderNo no) {
        migration.toLatest(orders.lockVisible(no));
        return views.get(no);
    }
}
