package org.tradeassurance.confirmation;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static org.tradeassurance.process.TradeOrderModel.TASK_CONFIRM_AS_BUYER;
import static org.tradeassurance.process.TradeOrderModel.TASK_CONFIRM_AS_SUPPLIER;
import static org.tradeassurance.process.TradeOrderModel.TASK_CONFIRM_MODIFICATION;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.OrderView;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.Acts;

/** Confirming a contract: a confirmation names the version it holds for (AMB-13). */
@RestController
@RequestMapping("/api/v1/orders/{orderNo}/confirmations")
class ConfirmationController {

    private final Orders orders;
    private final Acts acts;

    ConfirmationController(Orders orders, Acts acts) {
        this.orders = orders;
        this.acts = acts;
    }

    record ConfirmationBody(
            @Nullable Party party,
            @Schema(requiredMode = REQUIRED) @Nullable Integer contractVersion) {}

    @PostMapping
    OrderView confirm(@PathVariable OrderNo orderNo, @RequestBody ConfirmationBody body) {
        Order order = orders.lockVisible(orderNo);
        Party party = Action.CONFIRMATIONS.actor(order, body.party());
        if (body.contractVersion() == null) {
            throw Refusal.invalidField("contractVersion", "field.required");
        }
        if (order.progress().frozen()) {
            throw new Refusal(Problem.ORDER_FROZEN, orderNo);
        }
        Integer proposed = order.agreement().proposedVersion();
        if (proposed != null && body.contractVersion().equals(proposed)) {
            return confirmModification(order, party);
        }
        if (body.contractVersion() != order.agreement().version()) {
            throw new Refusal(
                    Problem.CONTRACT_CHANGED, orderNo, order.agreement().version());
        }
        if (order.agreement().confirmedBy(party) && !order.isClosed()) {
            throw new Refusal(Problem.ALREADY_CONFIRMED, orderNo, body.contractVersion());
        }
        if (order.status() == OrderStatus.NEGOTIATING) {
            order.requireConfirmable();
        }
        return confirm(order, party, party == Party.BUYER ? TASK_CONFIRM_AS_BUYER : TASK_CONFIRM_AS_SUPPLIER);
    }

    /** The supplier's proposal was its confirmation; the buyer's puts the version in force (AMB-14). */
    private OrderView confirmModification(Order order, Party party) {
        if (party == Party.SUPPLIER) {
            throw new Refusal(
                    Problem.ALREADY_CONFIRMED,
                    order.no(),
                    java.util.Objects.requireNonNull(order.agreement().proposedVersion()));
        }
        return confirm(order, party, TASK_CONFIRM_MODIFICATION);
    }

    private OrderView confirm(Order order, Party party, String task) {
        return acts.complete(order, party, Action.CONFIRMATIONS, task, Map.of("decision", "confirm"));
    }
}
