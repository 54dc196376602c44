package org.tradeassurance.dispute;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Refusal;

/** A dispute and, once it is decided, its outcome; what was asked for says nothing about what is granted. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Dispute(
        long disputeId,
        Kind kind,
        Party party,
        @Nullable Money amount,
        String reason,
        String openedBy,
        Instant openedAt,
        @Nullable Outcome outcome,
        @Nullable Money amountGranted,
        @Nullable String decisionReason,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    /** A buyer's refund application (TR-21), or a complaint of either party (TR-22). */
    enum Kind {
        REFUND,
        COMPLAINT
    }

    /** How a dispute ends (TR-22); AGREED is what the parties settled between themselves. */
    enum Outcome {
        DISMISSED,
        REFUND,
        AGREED;

        /** @throws Refusal {@code invalid-field} if it is none */
        static Outcome of(@Nullable String name) {
            for (Outcome outcome : values()) {
                if (outcome.name().equals(name)) {
                    return outcome;
                }
            }
            throw Refusal.invalidField("decision", "field.one-of", "DISMISSED, REFUND, AGREED");
        }
    }
}
