package org.tradeassurance.supplier;

import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tradeassurance.order.Effect;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.process.OrderTask;
import org.tradeassurance.process.Steps;

/** What an order's first money means to its supplier. */
@Configuration(proxyBeanMethods = false)
class SupplierSteps {

    private final Steps steps;

    SupplierSteps(Steps steps) {
        this.steps = steps;
    }

    /** A supplier trades: an order of its own has become effective. */
    record Trades(String supplierId, Instant at) implements Effect {}

    /** An order earns its supplier points, at its first posting and never again (PNT-01, PNT-02). */
    record Earns(Order order) implements Effect {}

    @Bean
    OrderTask recordEffectiveContractDelegate() {
        return steps.task((order, given) -> effective(order, given.now()));
    }

    @Bean
    OrderTask awardPointsDelegate() {
        return steps.task((order, given) -> Outcome.of(order).then(new Earns(order)));
    }

    /** The first money is posted, once; the export order follows (ST-13, EXP-02). */
    static Outcome effective(Order order, Instant now) {
        if (order.progress().effectiveAt() != null) {
            return Outcome.of(order);
        }
        return Outcome.of(order.effective(now).with(order.shipment().exportOrderPending(true)))
                .told(Fact.CONTRACT_EFFECTIVE)
                .then(new Trades(order.parties().supplierId(), now));
    }
}
