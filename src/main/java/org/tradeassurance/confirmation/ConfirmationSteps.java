package org.tradeassurance.confirmation;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tradeassurance.eligibility.Eligibility;
import org.tradeassurance.order.Deadlines;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderClosed;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.DateLimits;
import org.tradeassurance.process.OrderTask;
import org.tradeassurance.process.Steps;
import org.tradeassurance.process.Tell;
import org.tradeassurance.process.TimerOccasion;
import org.tradeassurance.process.TradeOrderModel;

/** What {@code confirm-order} and the ways to close an order do. */
@Configuration(proxyBeanMethods = false)
class ConfirmationSteps {

    private static final String UNSTATED = "-";

    private final Steps steps;

    ConfirmationSteps(Steps steps) {
        this.steps = steps;
    }

    @Bean
    OrderTask recordBuyerConfirmationDelegate(Eligibility eligibility, DateLimits dates) {
        return steps.task((order, given) -> {
            eligibility.requireBuyer(order);
            order.requireConfirmable();
            dates.requireShipDate(order);
            return confirm(order, Party.BUYER, given.now());
        });
    }

    @Bean
    OrderTask recordSupplierConfirmationDelegate(Eligibility eligibility, DateLimits dates) {
        return steps.task((order, given) -> {
            eligibility.requireSupplier(order);
            eligibility.requireBuyer(order);
            order.requireConfirmable();
            dates.requireShipDate(order);
            return confirm(order, Party.SUPPLIER, given.now());
        });
    }

    @Bean
    OrderTask acceptCancellationDelegate() {
        return steps.task((order, given) -> acceptCancellation(order));
    }

    @Bean
    OrderTask declineCancellationDelegate() {
        return steps.task((order, given) -> declineCancellation(order));
    }

    /** Who asks for it gives the reason with the request; a phase sends it with its error. What closes by itself does so by a row. */
    @Bean
    OrderTask closeOrderDelegate(TimerOccasion timer) {
        return steps.task((order, given) -> {
            String ofPhase = given.text("reasonOfPhase");
            return close(order, ofPhase == null ? given.text("reason") : ofPhase, timer.rowOf(order), given.now());
        });
    }

    /** A party agrees to the version in force; while one negotiates it is the other side's turn (TR-02 to TR-05). */
    static Outcome confirm(Order order, Party party, Instant now) {
        Order confirmed = order.confirmed(party, now);
        if (order.status() == OrderStatus.NEGOTIATING) {
            confirmed = confirmed.become(
                    party == Party.BUYER ? OrderStatus.AWAITING_SUPPLIER_CONFIRM : OrderStatus.AWAITING_BUYER_CONFIRM);
        }
        return Outcome.of(confirmed).told(Fact.CONTRACT_CONFIRMED, party);
    }

    /** Before both have confirmed a party ends the order (TR-07); afterwards the buyer asks, and the supplier answers (TR-08). */
    static Outcome cancel(Order order, String reason, Instant now) {
        if (order.status() != OrderStatus.AWAITING_DEPOSIT) {
            return Outcome.of(order)
                    .then(new Tell(order.no(), TradeOrderModel.MESSAGE_ORDER_CANCELLED, Map.of("reason", reason)));
        }
        return Outcome.of(order.cancellationRequested(new Order.CancellationRequest(reason, now)))
                .told(Fact.CANCELLATION_REQUESTED, reason)
                .then(new Tell(order.no(), TradeOrderModel.MESSAGE_CANCELLATION_REQUESTED, Map.of()));
    }

    /** The supplier agrees, the order closes for the buyer's reason; not once money is applied (TR-08, AMB-29). */
    static Outcome acceptCancellation(Order order) {
        if (order.funds().held().isPositive()) {
            throw new Refusal(Problem.REFUND_NEEDED, order.no(), order.funds().held());
        }
        return Outcome.of(order)
                .told(Fact.CANCELLATION_ACCEPTED)
                .answer(
                        "reason",
                        Objects.requireNonNull(order.agreement().cancellation()).reason());
    }

    /** The supplier keeps the order open; the buyer may ask again (TR-08). */
    static Outcome declineCancellation(Order order) {
        return Outcome.of(order.cancellationRequested(null)).told(Fact.CANCELLATION_DECLINED);
    }

    /** The order ends with its reason (TR-07 to TR-09); nothing is due any more. */
    static Outcome close(Order order, @Nullable String reason, @Nullable String row, Instant now) {
        Order closed = order.close(reason == null ? UNSTATED : reason, now).with(Deadlines.NONE);
        String detail = Stream.of(reason, row).filter(Objects::nonNull).collect(Collectors.joining(" · "));
        return Outcome.of(closed)
                .told(Fact.ORDER_CLOSED, detail.isEmpty() ? null : detail)
                .then(new OrderClosed(closed.no()));
    }
}
