package org.tradeassurance.feedback;

import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** A comment or a reply that may be published (FBK-02, FBK-03). */
record Comment(String text) {

    /**
     * Judges what was written.
     *
     * @param longest in characters (FBK-02)
     * @throws Refusal {@code feedback-too-long}, {@code feedback-forbidden-content} with its reason, or {@code invalid-field} for nothing
     */
    static Comment of(OrderNo no, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalidField("text", "field.required");
        }
        if (text.codePointCount(0, text.length()) > longest) {
            throw new Refusal(Problem.FEEDBACK_TOO_LONG, no, longest).field("text", "field.too-long", longest);
        }
        ForbiddenContent.in(text).ifPresent(content -> {
            throw new Refusal(Problem.FEEDBACK_FORBIDDEN_CONTENT, no)
                    .with("reason", content.name())
                    .field("text", content.messageKey());
        });
        return new Comment(text);
    }
}
