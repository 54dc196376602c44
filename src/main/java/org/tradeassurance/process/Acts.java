package org.tradeassurance.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
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
     * @param said what the form would ask for, read from the call once the order is found: a stranger learns nothing by a bad body
     * @throws org.tradeassurance.order.Refusal what the action or the step behind the task refuses
     */
    public OrderView complete(
            OrderNo no,
            Action action,
            @Nullable Party named,
            Supplier<? extends Map<String, ? extends @Nullable Object>> said) {
        Order order = orders.lockVisible(no);
        Party party = action.actor(order, named);
        return complete(order, party, action, action.task(), said.get());
    }

    /** The same for an action whose task is not always the same. */
    public OrderView complete(
            Order order, Party party, Action action, String task, Map<String, ? extends @Nullable Object> said) {
        action.require(order, party, clock.instant(), right);
        process.complete(order.no(), task, said);
        return views.get(order.no());
    }

    /**
     * Carries out an act for which no task waits.
     *
     * @param act read from the call once the order is found
     */
    public OrderView take(OrderNo no, Action action, @Nullable Party named, Supplier<Act> act) {
        carryOut(no, action, named, act);
        return views.get(no);
    }

    /** The same where the answer is not the order. */
    public void carryOut(OrderNo no, Action action, @Nullable Party named, Supplier<Act> act) {
        Order order = orders.lockVisible(no);
        Party party = action.actor(order, named);
        Act asked = act.get();
        action.require(order, party, clock.instant(), right);
        outcomes.carryOut(asked.of(order, party, clock.instant()));
    }
}
