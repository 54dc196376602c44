package org.tradeassurance.confirmation;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static org.tradeassurance.process.TradeOrderModel.MESSAGE_CANCELLATION_REQUESTED;
import static org.tradeassurance.process.TradeOrderModel.MESSAGE_ORDER_CANCELLED;
import static org.tradeassurance.process.TradeOrderModel.TASK_DECIDE_ON_CANCELLATION;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.OrderView;
import org.tradeassurance.order.OrderViews;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Outcomes;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Reason;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.OrderProcess;

/** Cancelling: one-sided before both have confirmed (TR-07), by consent afterwards (TR-08), never once money is applied (AMB-29). */
@RestController
@RequestMapping("/api/v1/orders/{orderNo}/cancellations")
class CancellationController {

    private final Orders orders;
    private final OrderViews views;
    private final OrderProcess process;
    private final Outcomes outcomes;
    private final Clock clock;

    CancellationController(Orders orders, OrderViews views, OrderProcess process, Outcomes outcomes, Clock clock) {
        this.orders = orders;
        this.views = views;
        this.process = process;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    record CancellationBody(
            @Nullable Party party,

            @Schema(requiredMode = REQUIRED, maxLength = Reason.LONGEST) @Nullable
            String reason) {}

    record ConsentBody(
            @Nullable Party party,
            @Schema(requiredMode = REQUIRED) @Nullable Boolean accept) {}

    @PostMapping
    OrderView cancel(@PathVariable OrderNo orderNo, @RequestBody CancellationBody body) {
        Order order = orders.lockVisible(orderNo);
        Party party = Account.current().actingAs(body.party());
        String reason = Reason.of(body.reason());
        if (order.funds().held().isPositive()
                && !order.status().isTerminal()
                && !order.progress().frozen()) {
            throw new Refusal(Problem.REFUND_NEEDED, orderNo, order.funds().held());
        }
        Action.CANCELLATIONS.require(order, party, clock.instant());
        if (order.status() == OrderStatus.AWAITING_DEPOSIT) {
            outcomes.carryOut(ConfirmationSteps.requestCancellation(order, reason, clock.instant()));
            process.signal(MESSAGE_CANCELLATION_REQUESTED, orderNo, Map.of());
        } else {
            process.signal(MESSAGE_ORDER_CANCELLED, orderNo, Map.of("reason", reason));
        }
        return views.get(orderNo);
    }

    @PostMapping("/decision")
    OrderView decide(@PathVariable OrderNo orderNo, @RequestBody ConsentBody body) {
        Order order = orders.lockVisible(orderNo);
        Account.current().actOnlyAs(Party.SUPPLIER, body.party());
        if (body.accept() == null) {
            throw Refusal.invalidField("accept", "field.required");
        }
        Action.CANCELLATION_DECISION.require(order, Party.SUPPLIER, clock.instant());
        process.complete(
                orderNo, TASK_DECIDE_ON_CANCELLATION, Map.of("decision", body.accept() ? "accept" : "decline"));
        return views.get(orderNo);
    }
}
