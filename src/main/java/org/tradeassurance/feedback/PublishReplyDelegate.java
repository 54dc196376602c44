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

/** "Publish reply": keeps the supplier's one reply, under the rules of the comment (FBK-01, FBK-06). */
@Component
class PublishReplyDelegate implements JavaDelegate {

    private final Orders orders;
    private final Feedbacks feedbacks;
    private final FeedbackRules rules;
    private final OperationRecord record;
    private final Clock clock;

    PublishReplyDelegate(Orders orders, Feedbacks feedbacks, FeedbackRules rules, OperationRecord record, Clock clock) {
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
        Action.FEEDBACK_REPLY.require(order, Party.SUPPLIER, now);
        feedbacks.reply(order.no(), rules.comment(order, (String) execution.getVariable("text")), now);
        orders.update(order.with(order.deadlines().reply(null)));
        record.add(order, Fact.FEEDBACK_REPLIED, null);
    }
}
