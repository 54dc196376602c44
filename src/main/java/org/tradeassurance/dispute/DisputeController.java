package org.tradeassurance.dispute;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderView;
import org.tradeassurance.order.OrderViews;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Page;
import org.tradeassurance.order.PageRequest;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Reason;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.Acts;
import org.tradeassurance.process.OrderProcess;
import org.tradeassurance.process.TradeOrderModel;

/** Disputes of an order: opened by its parties (TR-21, TR-22), decided by the marketplace. */
@RestController
@RequestMapping("/api/v1/orders/{orderNo}/disputes")
class DisputeController {

    private final Orders orders;
    private final OrderViews views;
    private final Disputes disputes;
    private final OrderProcess process;
    private final Acts acts;
    private final Clock clock;

    DisputeController(
            Orders orders, OrderViews views, Disputes disputes, OrderProcess process, Acts acts, Clock clock) {
        this.orders = orders;
        this.views = views;
        this.disputes = disputes;
        this.process = process;
        this.acts = acts;
        this.clock = clock;
    }

    record DisputeBody(
            @Nullable Party party,
            @Schema(requiredMode = REQUIRED) Dispute.@Nullable Kind kind,
            @Schema(pattern = Money.FORMAT) @Nullable String amount,

            @Schema(requiredMode = REQUIRED, maxLength = Reason.LONGEST) @Nullable
            String reason) {}

    record DecisionBody(
            @Nullable Party party,
            @Schema(requiredMode = REQUIRED) Dispute.@Nullable Outcome outcome,
            @Schema(pattern = Money.FORMAT) @Nullable String amount,

            @Schema(requiredMode = REQUIRED, maxLength = Reason.LONGEST) @Nullable
            String reason) {}

    @PostMapping
    OrderView open(@PathVariable OrderNo orderNo, @RequestBody DisputeBody body) {
        boolean buyersOnly = body.kind() == Dispute.Kind.REFUND;
        return acts.take(orderNo, Action.DISPUTES, buyersOnly ? Party.BUYER : body.party(), () -> {
            Dispute.Kind kind = body.kind();
            if (kind == null) {
                throw Refusal.invalidField("kind", "field.required");
            }
            if (buyersOnly) {
                Account.current().actOnlyAs(Party.BUYER, body.party());
            }
            String reason = Reason.of(body.reason());
            return (order, party, now) -> DisputeSteps.open(
                    order, new DisputeSteps.Opened(orderNo, kind, party, Claim.of(order, body.amount()), reason, now));
        });
    }

    @PostMapping("/decision")
    OrderView decide(@PathVariable OrderNo orderNo, @RequestBody DecisionBody body) {
        Order order = orders.lockVisible(orderNo);
        if (body.outcome() == null) {
            throw Refusal.invalidField("outcome", "field.required");
        }
        if (!order.progress().frozen()) {
            List<Action> allowed = Action.of(order, Party.BUYER, clock.instant());
            throw new Refusal(
                    Problem.ILLEGAL_TRANSITION,
                    orderNo,
                    order.status().name(),
                    allowed.contains(Action.DISPUTES) ? Action.DISPUTES.segment() : "-");
        }
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("decision", body.outcome().name());
        variables.put("refund", body.amount());
        variables.put("reason", Reason.of(body.reason()));
        process.complete(orderNo, TradeOrderModel.TASK_DECIDE_DISPUTE, variables);
        return views.get(orderNo);
    }

    @GetMapping
    Page<Dispute> list(
            @PathVariable OrderNo orderNo,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor, "\\d{1,18}");
        orders.getVisible(orderNo);
        return Page.of(disputes.of(orderNo, page), page, dispute -> Long.toString(dispute.disputeId()));
    }
}
