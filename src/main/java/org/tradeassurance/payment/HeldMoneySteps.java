package org.tradeassurance.payment;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.process.OrderTask;
import org.tradeassurance.process.Steps;

/** What becomes of an order's money when the order is judged or closed. */
@Configuration(proxyBeanMethods = false)
class HeldMoneySteps {

    private final Steps steps;
    private final Remittances remittances;

    HeldMoneySteps(Steps steps, Remittances remittances) {
        this.steps = steps;
        this.remittances = remittances;
    }

    /** What a dispute's decision grants moves from the money received to the refund due (TR-22). */
    @Bean
    OrderTask refundHeldMoneyDelegate() {
        return steps.task((order, given) -> {
            Money granted = Money.ofCents(given.number("grantedCents"));
            return granted.isZero()
                    ? Outcome.of(order)
                    : Posting.refund(order, granted, remittances.applied(order.no()))
                            .told(Fact.REFUND_GRANTED, granted);
        });
    }

    /** An order that closes keeps no money: what it had not taken goes to the finance desk, what it holds back to the buyer (TOL-04, AMB-28, PRM-23). */
    @Bean
    OrderTask suspendPendingMoneyDelegate() {
        return steps.task((order, given) -> {
            List<Remittance> pending = remittances.pending(order.no());
            Posting.requireNoDeposit(order, pending);
            Money held = order.funds().held();
            Outcome refunded =
                    held.isZero() ? Outcome.of(order) : Posting.refund(order, held, remittances.applied(order.no()));
            return Posting.suspend(refunded, pending);
        });
    }
}
