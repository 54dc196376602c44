package org.tradeassurance.payment;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

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
import org.tradeassurance.order.ClosingRight;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.OrderView;
import org.tradeassurance.order.OrderViews;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Reason;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.OrderProcess;
import org.tradeassurance.process.TradeOrderModel;

/** The supplier's answers to money that came short (TR-13, BAL-03) or not at all (TR-09). */
@RestController
@RequestMapping("/api/v1/orders/{orderNo}")
class PaymentController {

    private final Orders orders;
    private final OrderViews views;
    private final OrderProcess process;
    private final Remittances remittances;
    private final ClosingRight closingRight;
    private final Clock clock;

    PaymentController(
            Orders orders,
            OrderViews views,
            OrderProcess process,
            Remittances remittances,
            ClosingRight closingRight,
            Clock clock) {
        this.orders = orders;
        this.views = views;
        this.process = process;
        this.remittances = remittances;
        this.closingRight = closingRight;
        this.clock = clock;
    }

    record AcceptanceBody(@Nullable Party party) {}

    record ClosureBody(
            @Nullable Party party,

            @Schema(requiredMode = REQUIRED, maxLength = Reason.LONGEST) @Nullable
            String reason) {}

    @PostMapping("/deposit-acceptance")
    OrderView acceptDeposit(
            @PathVariable OrderNo orderNo, @RequestBody(required = false) @Nullable AcceptanceBody body) {
        Order order = lockForSupplier(orderNo, body == null ? null : body.party());
        Action.DEPOSIT_ACCEPTANCE.require(order, Party.SUPPLIER, clock.instant());
        process.complete(orderNo, TradeOrderModel.TASK_ACCEPT_SHORT_DEPOSIT, Map.of());
        return views.get(orderNo);
    }

    @PostMapping("/balance-acceptance")
    OrderView acceptBalance(
            @PathVariable OrderNo orderNo, @RequestBody(required = false) @Nullable AcceptanceBody body) {
        Order order = lockForSupplier(orderNo, body == null ? null : body.party());
        Action.BALANCE_ACCEPTANCE.require(order, Party.SUPPLIER, clock.instant());
        process.complete(orderNo, TradeOrderModel.TASK_ACCEPT_SHORT_BALANCE, Map.of());
        return views.get(orderNo);
    }

    /** A right, never a duty: the unpaid order may be closed when its window is over (PAY-01); any money ends the right (AMB-29). */
    @PostMapping("/closure")
    OrderView close(@PathVariable OrderNo orderNo, @RequestBody ClosureBody body) {
        Order order = lockForSupplier(orderNo, body.party());
        String reason = Reason.of(body.reason());
        if (!closingRight.outlivesMoney(order)) {
            if (!order.progress().frozen()) {
                requireUnpaidAndOverdue(order);
            }
            Action.CLOSURE.require(order, Party.SUPPLIER, clock.instant());
        }
        process.signal(TradeOrderModel.MESSAGE_ORDER_CANCELLED, orderNo, Map.of("reason", reason));
        return views.get(orderNo);
    }

    private void requireUnpaidAndOverdue(Order order) {
        if (order.status() == OrderStatus.AWAITING_DEPOSIT && !order.windowIsOver(clock.instant())) {
            throw new Refusal(
                    Problem.PAYMENT_WINDOW_OPEN,
                    order.no(),
                    String.valueOf(order.deadlines().paymentDueAt()));
        }
        if (order.status() == OrderStatus.AWAITING_DEPOSIT_CONFIRM
                || order.status() == OrderStatus.AWAITING_DEPOSIT_TOPUP) {
            throw new Refusal(
                    Problem.DEPOSIT_ALREADY_POSTED, order.no(), order.funds().depositReceived());
        }
        Posting.requireNoDeposit(order, remittances.pending(order.no()));
    }

    private Order lockForSupplier(OrderNo orderNo, @Nullable Party named) {
        Order order = orders.lockVisible(orderNo);
        Account.current().actOnlyAs(Party.SUPPLIER, named);
        return order;
    }
}
