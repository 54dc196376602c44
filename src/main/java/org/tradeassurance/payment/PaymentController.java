package org.tradeassurance.payment;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderView;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.PartyBody;
import org.tradeassurance.order.Reason;
import org.tradeassurance.process.Acts;
import org.tradeassurance.process.Tell;
import org.tradeassurance.process.TradeOrderModel;

/** The supplier's answers to money that came short (TR-13, BAL-03) or not at all (TR-09). */
@RestController
@RequestMapping("/api/v1/orders/{orderNo}")
class PaymentController {

    private final Acts acts;

    PaymentController(Acts acts) {
        this.acts = acts;
    }

    record ClosureBody(
            @Nullable Party party,

            @Schema(requiredMode = REQUIRED, maxLength = Reason.LONGEST) @Nullable
            String reason) {}

    @PostMapping("/deposit-acceptance")
    OrderView acceptDeposit(@PathVariable OrderNo orderNo, @RequestBody(required = false) @Nullable PartyBody body) {
        return acts.complete(orderNo, Action.DEPOSIT_ACCEPTANCE, PartyBody.partyOf(body), Map::of);
    }

    @PostMapping("/balance-acceptance")
    OrderView acceptBalance(@PathVariable OrderNo orderNo, @RequestBody(required = false) @Nullable PartyBody body) {
        return acts.complete(orderNo, Action.BALANCE_ACCEPTANCE, PartyBody.partyOf(body), Map::of);
    }

    /** A right, never a duty: the unpaid order may be closed when its window is over (PAY-01); any money ends the right (AMB-29). */
    @PostMapping("/closure")
    OrderView close(@PathVariable OrderNo orderNo, @RequestBody ClosureBody body) {
        return acts.take(orderNo, Action.CLOSURE, body.party(), () -> {
            Map<String, String> said = Map.of("reason", Reason.of(body.reason()));
            return (order, party, now) ->
                    Outcome.of(order).then(new Tell(orderNo, TradeOrderModel.MESSAGE_ORDER_CANCELLED, said));
        });
    }
}
