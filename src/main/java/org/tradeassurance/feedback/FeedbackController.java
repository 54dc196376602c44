package org.tradeassurance.feedback;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderView;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.Acts;

/** The buyer's comment on a completed order, and the supplier's reply (TR-23). What may be written is judged behind the task. */
@RestController
@RequestMapping("/api/v1/orders/{no}/feedback")
class FeedbackController {

    private final Orders orders;
    private final Feedbacks feedbacks;
    private final Acts acts;

    FeedbackController(Orders orders, Feedbacks feedbacks, Acts acts) {
        this.orders = orders;
        this.feedbacks = feedbacks;
        this.acts = acts;
    }

    record FeedbackRequest(
            @Schema(requiredMode = REQUIRED) @Nullable String text,
            @Schema(minimum = "1", maximum = "5") @Nullable Integer rating,
            @Nullable Party party) {}

    record ReplyRequest(
            @Schema(requiredMode = REQUIRED) @Nullable String text,
            @Nullable Party party) {}

    @GetMapping
    FeedbackView read(@PathVariable OrderNo no) {
        orders.getVisible(no);
        return feedbacks.of(no);
    }

    @PostMapping
    OrderView leave(@PathVariable OrderNo no, @RequestBody FeedbackRequest request) {
        Order order = orders.lockVisible(no);
        Party buyer = Action.FEEDBACK.actor(order, request.party());
        boolean expected = order.deadlines().feedbackDueAt() != null;
        if (!expected && !order.progress().frozen() && feedbacks.exists(no)) {
            throw new Refusal(Problem.FEEDBACK_EXISTS, no);
        }
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("text", request.text());
        variables.put("rating", request.rating());
        return acts.complete(order, buyer, Action.FEEDBACK, Action.FEEDBACK.task(), variables);
    }

    @PostMapping("/reply")
    OrderView reply(@PathVariable OrderNo no, @RequestBody ReplyRequest request) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("text", request.text());
        return acts.complete(no, Action.FEEDBACK_REPLY, request.party(), () -> variables);
    }
}
