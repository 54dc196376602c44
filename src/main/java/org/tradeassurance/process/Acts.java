package org.tradeassurance.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.ClosingRight;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderView;
import org.tradeassurance.order.OrderViews;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Outcomes;
import org.tradeassurance.order.Party;

/** The door of the parties: finds and locks the order, asks whether the party may act, and hands over to the order's process. */
@Component
public class Acts {

    private final Orders orders;
    private final OrderViews views;
    private final OrderProcess process;
    private final Outcomes outcomes;
    private final ClosingRight right;
    private final Clock clock;

    Acts(Orders orders, OrderViews views, OrderProcess process, Outcomes outcomes, ClosingRight right, Clock clock) {
        this.orders = orders;
        this.views = views;
        this.process = process;
        this.outcomes = outcomes;
        this.right = right;
        this.clock = clock;
    }

    /** What an act for which no task waits makes of the order; it changes nothing itself. */
    @FunctionalInterface
    public interface Act {

        /**
         * Decides.
         *
         * @param now on the application's clock
         * @throws org.tradeassurance.order.Refusal if the rules do not allow it
         */
        Outcome of(Order order, Party party, Instant now);
    }

    /**
     * Completes the task of an action, as an operator could.
     *
     * @param named for whom the caller acts, if it says so
     * @param said what the form would ask for
     * @throws org.tradeassurance.order.Refusal what the action or the step behind the task refuses
     */
    public OrderView complete(
            OrderNo no, Action action, @Nullable Party named, Map<String, ? extends @Nullable Object> said) {
        require(orders.lockVisible(no), action, named);
        process.complete(no, action.task(), said);
        return views.get(no);
    }

    /** The same for an action whose task is not always the same. */
    public OrderView complete(Order order, Party party, Action action, String task, Map<String, String> said) {
        action.require(order, party, clock.instant(), right);
        process.complete(order.no(), task, said);
        return views.get(order.no());
    }

    /** Carries out an act for which no task waits. */
    public OrderView take(OrderNo no, Action action, @Nullable Party named, Act act) {
        carryOut(no, action, named, act);
        return views.get(no);
    }

    /** The same where the answer is not the order. */
    public void carryOut(OrderNo no, Action action, @Nullable Party named, Act act) {
        Order order = orders.lockVisible(no);
        Party party = require(order, action, named);
        outcomes.carryOut(act.of(order, party, clock.instant()));
    }

    private Party require(Order order, Action action, @Nullable Party named) {
        Party party = action.actor(order, named);
        action.require(order, party, clock.instant(), right);
        return party;
    }
}
