package org.tradeassurance.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Outcome;

/** The buyer's comment and the supplier's reply, as values. */
@Tag("core")
class FeedbackStepsTest {

    private static final Instant NOW = Instant.parse("2016-01-03T02:00:00Z");
    private static final Instant REPLY_DUE = Instant.parse("2016-02-02T02:00:00Z");

    private final Order sample = new SampleOrder(new OrderNo("70058590568114"), NOW)
            .awaitingShipment(LocalDate.of(2015, 12, 27), "SEA", "40000.00");

    @Test
    @DisplayName("FBK-01 to FBK-04: a comment ends the buyer's time and opens the supplier's")
    void aCommentOpensTheReply() {
        Order asked = sample.with(sample.deadlines().feedback(NOW));
        var comment = new FeedbackSteps.Published(asked.no(), new Comment("Well made"), 5, true, NOW);
        assertThat(FeedbackSteps.publish(asked, comment, REPLY_DUE))
                .isEqualTo(Outcome.of(sample.with(sample.deadlines().reply(REPLY_DUE)))
                        .told(Fact.FEEDBACK_PUBLISHED)
                        .then(comment));
    }

    @Test
    @DisplayName("FBK-01, FBK-06: one reply ends the supplier's time")
    void aReplyIsTheLast() {
        Order commented = sample.with(sample.deadlines().reply(REPLY_DUE));
        var reply = new FeedbackSteps.Replied(sample.no(), new Comment("Thank you"), NOW);
        assertThat(FeedbackSteps.reply(commented, reply))
                .isEqualTo(Outcome.of(sample).told(Fact.FEEDBACK_REPLIED).then(reply));
    }
}
