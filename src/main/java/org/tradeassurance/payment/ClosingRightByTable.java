package org.tradeassurance.payment;

import org.springframework.stereotype.Component;
import org.tradeassurance.order.ClosingRight;
import org.tradeassurance.order.Order;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.process.Policy;
import org.tradeassurance.process.Policy.Choice;

/** The table {@code order-policies} may let the closing right stand when only a part of the deposit has come (PRM-23). */
@Component
class ClosingRightByTable implements ClosingRight {

    private final Decisions decisions;

    ClosingRightByTable(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public boolean outlivesMoney(Order order) {
        return decisions.chose(order, Policy.CLOSE_WITH_PARTIAL_MONEY, Choice.YES);
    }
}
