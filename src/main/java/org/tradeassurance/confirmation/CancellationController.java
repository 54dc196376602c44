package org.tradeassurance.confirmation;

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
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Reason;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.Acts;

/** Cancelling: one-sided before both have confirmed (TR-07), by consent afterwards (TR-08), never once money is applied (AMB-29). */
@RestController
@RequestMapping("/api/v1/orders/{orderNo}/cancellations")
class CancellationController {

    private final Acts acts;

    CancellationController(Acts acts) {
        this.acts = acts;
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
        return acts.take(orderNo, Action.CANCELLATIONS, body.party(), () -> {
            String reason = Reason.of(body.reason());
            return (order, party, now) -> ConfirmationSteps.cancel(order, reason, now);
        });
    }

    @PostMapping("/decision")
    OrderView decide(@PathVariable OrderNo orderNo, @RequestBody ConsentBody body) {
        return acts.complete(orderNo, Action.CANCELLATION_DECISION, body.party(), () -> {
            if (body.accept() == null) {
                throw Refusal.invalidField("accept", "field.required");
            }
            return Map.of("decision", body.accept() ? "accept" : "decline");
        });
    }
}
