package org.tradeassurance.feedback;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.export.ExportMode;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.Deadline;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.process.TextLimit;

/** What the decision tables say about feedback (PRM-17, FBK-04, FBK-06). */
@Component
class FeedbackRules {

    private static final int BEST_RATING = 5;

    private final Decisions decisions;
    private final Clock clock;

    FeedbackRules(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The text as it may be published, judged by {@link Comment}. */
    Comment comment(Order order, @Nullable String text) {
        int longest =
                decisions.of(order, new TextLimit(TextLimit.Kind.FEEDBACK)).maxLength();
        return Comment.of(order.no(), text, longest);
    }

    /** @param rating a number, or the text that a form offers */
    static @Nullable Integer rating(@Nullable Object rating) {
        if (rating == null || rating.toString().isBlank()) {
            return null;
        }
        String stars = rating instanceof Number number && number.doubleValue() == number.intValue()
                ? String.valueOf(number.intValue())
                : rating.toString();
        if (!stars.matches("[1-" + BEST_RATING + "]")) {
            throw Refusal.invalidField("rating", "field.rating");
        }
        return Integer.valueOf(stars);
    }

    Instant replyDue(Order order) {
        return BusinessTime.daysAfter(clock.instant(), decisions.days(order, Deadline.REPLY));
    }

    /** Linked with the export service's products: a listed product that the export service takes (FBK-04, AC-FBK-3). */
    boolean isDisplayed(Order order) {
        return order.agreement().contract().lines().stream()
                .filter(line -> line.productId() != null && !line.productId().isBlank())
                .anyMatch(line ->
                        decisions.of(order, new ExportMode(line.category())).byService());
    }

    /** The same of a product that is looked at today. */
    boolean goesThroughService(@Nullable String category) {
        return decisions.today(null, new ExportMode(category)).byService();
    }
}
