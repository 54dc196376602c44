package org.tradeassurance.supplier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.OrderNo;

/** What a buyer or the platform holds against a supplier, and how it was judged (VIO-01 to VIO-03). */
record Complaint(
        String complaintId,
        State state,
        String supplierId,
        @Nullable OrderNo orderNo,
        Kind kind,
        String text,
        Instant filedAt,
        @Nullable String reason,
        @Nullable Instant decidedAt) {

    /** What the supplier is said to have done. */
    enum Kind {
        UNREASONABLE_REFUSAL,
        OFF_PATH_PAYMENT,
        CONTRACT_BREACH
    }

    /** Open until a person has decided. */
    enum State {
        OPEN,
        UPHELD,
        DISMISSED
    }
}
