package org.tradeassurance.payment;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.ClosingRight;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.process.Policy;
import org.tradeassurance.process.Policy.Choice;

/** The table {@code order-policies} may let the closing right stand when only a part of the deposit has come (PRM-23). */
@Component
class ClosingRightByTable implements ClosingRight {

    private final Decisions decisions;
    private final Clock clock;

    ClosingRightByTable(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public boolean outlivesMoney(Order order) {
        boolean partlyPaid = order.status() == OrderStatus.AWAITING_DEPOSIT_CONFIRM
                || order.status() == OrderStatus.AWAITING_DEPOSIT_TOPUP;
        return partlyPaid
                && !order.progress().frozen()
                && order.windowIsOver(clock.instant())
                && decisions.chose(order, Policy.CLOSE_WITH_PARTIAL_MONEY, Choice.YES);
    }
}
