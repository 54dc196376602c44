package org.tradeassurance.payment;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Refusal;
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

    @Bean
    OrderTask refundHeldMoneyDelegate() {
        return steps.task((order, given) ->
                grant(order, Money.ofCents(given.number("grantedCents")), remittances.appliedIfHeld(order)));
    }

    @Bean
    OrderTask suspendPendingMoneyDelegate() {
        return steps.task(
                (order, given) -> empty(order, remittances.pending(order.no()), remittances.appliedIfHeld(order)));
    }

    /** What a dispute's decision grants moves from the money received to the refund due (TR-22). */
    static Outcome grant(Order order, Money granted, List<Remittance> applied) {
        return granted.isZero()
                ? Outcome.of(order)
                : Posting.refund(order, granted, applied).told(Fact.REFUND_GRANTED, granted);
    }

    /**
     * An order that closes keeps no money: what it had not taken goes to the finance desk, what it holds back to the buyer (TOL-04, AMB-28, PRM-23).
     *
     * @throws Refusal {@code deposit-already-posted}
     */
    static Outcome empty(Order order, List<Remittance> pending, List<Remittance> applied) {
        Posting.requireNoDeposit(order, pending);
        return Posting.suspend(Posting.refund(order, order.funds().held(), applied), pending);
    }
}
