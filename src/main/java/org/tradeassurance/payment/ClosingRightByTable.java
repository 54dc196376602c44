package org.tradeassurance.payment;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.ClosingRight;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.process.Decisions;

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
        Instant now = clock.instant();
        boolean partlyPaid = order.status() == OrderStatus.AWAITING_DEPOSIT_CONFIRM
                || order.status() == OrderStatus.AWAITING_DEPOSIT_TOPUP;
        return partlyPaid
                && !order.progress().frozen()
                && order.windowIsOver(now)
                && decisions
                        .policy(order.no(), "CLOSE_WITH_PARTIAL_MONEY", order.rulesDate(now))
                        .equals("YES");
    }
}
