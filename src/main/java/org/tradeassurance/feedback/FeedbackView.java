package org.tradeassurance.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the buyer has said of an order and what the supplier has answered, for those who may see the order; null where there is nothing yet.
 *
 * @param displayed whether the public trade record shows the comment (FBK-04)
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record FeedbackView(
        @Nullable String text,
        @Nullable Integer rating,
        @Nullable Instant at,
        @Nullable Boolean displayed,
        @Nullable String reply,
        @Nullable Instant repliedAt) {

    static final FeedbackView NONE = new FeedbackView(null, null, null, null, null, null);
}
