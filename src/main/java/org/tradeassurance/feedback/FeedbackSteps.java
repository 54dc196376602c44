package org.tradeassurance.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Effect;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Party;
import org.tradeassurance.process.OrderTask;
import org.tradeassurance.process.Steps;

/** What {@code collect-feedback} does. */
@Configuration(proxyBeanMethods = false)
class FeedbackSteps {

    private final Steps steps;
    private final FeedbackRules rules;

    FeedbackSteps(Steps steps, FeedbackRules rules) {
        this.steps = steps;
        this.rules = rules;
    }

    /** @param displayed others see it in the supplier's trade record (FBK-04) */
    record Published(OrderNo no, Comment comment, @Nullable Integer rating, boolean displayed, Instant at)
            implements Effect {}

    record Replied(OrderNo no, Comment comment, Instant at) implements Effect {}

    @Bean
    OrderTask publishFeedbackDelegate() {
        return steps.task((order, given) -> {
            Action.FEEDBACK.require(order, Party.BUYER, given.now());
            Comment comment = rules.comment(order, given.text("text"));
            Integer rating = FeedbackRules.rating(given.value("rating"));
            return publish(
                    order,
                    new Published(order.no(), comment, rating, rules.isDisplayed(order), given.now()),
                    rules.replyDue(order));
        });
    }

    @Bean
    OrderTask publishReplyDelegate() {
        return steps.task((order, given) -> {
            Action.FEEDBACK_REPLY.require(order, Party.SUPPLIER, given.now());
            return reply(order, new Replied(order.no(), rules.comment(order, given.text("text")), given.now()));
        });
    }

    /** Keeps the buyer's comment and gives the supplier time to reply (FBK-01 to FBK-04). */
    static Outcome publish(Order order, Published comment, Instant replyDue) {
        return Outcome.of(order.with(order.deadlines().feedback(null).reply(replyDue)))
                .told(Fact.FEEDBACK_PUBLISHED)
                .then(comment);
    }

    /** Keeps the supplier's one reply, under the rules of the comment (FBK-01, FBK-06). */
    static Outcome reply(Order order, Replied reply) {
        return Outcome.of(order.with(order.deadlines().reply(null)))
                .told(Fact.FEEDBACK_REPLIED)
                .then(reply);
    }
}
