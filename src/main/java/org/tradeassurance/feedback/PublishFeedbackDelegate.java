package org.tradeassurance.feedback;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;

/** "Publish feedback": keeps the buyer's comment and gives the supplier time to reply (FBK-01 to FBK-04). */
@Component
class PublishFeedbackDelegate implements JavaDelegate {

    private final Orders orders;
    private final Feedbacks feedbacks;
    private final FeedbackRules rules;
    private final OperationRecord record;
    private final Clock clock;

    PublishFeedbackDelegate(
            Orders orders, Feedbacks feedbacks, FeedbackRules rules, OperationRecord record, Clock clock) {
        this.orders = orders;
        this.feedbacks = feedbacks;
        this.rules = rules;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant now = clock.instant();
        Order order = orders.lock(new OrderNo(execution.getProcessBusinessKey()));
        Action.FEEDBACK.require(order, Party.BUYER, now);
        Comment comment = rules.comment(order, (String) execution.getVariable("text"));
        Integer rating = FeedbackRules.rating(execution.getVariable("rating"));
        feedbacks.add(order.no(), comment, rating, rules.isDisplayed(order), now);
        orders.update(order.with(order.deadlines().feedback(null).reply(rules.replyDue(order))));
        record.add(order, Fact.FEEDBACK_PUBLISHED, null);
    }
}
