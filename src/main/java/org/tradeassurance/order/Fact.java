package org.tradeassurance.order;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Everything that an order's operation record can tell, each with the side for which it is done; what is not here cannot be written. */
public enum Fact {
    ORDER_OPENED(Side.EITHER),
    ORDER_SUBMITTED(Side.EITHER),
    ORDER_CLOSED(Side.EITHER),
    ORDER_MIGRATED(Side.NONE),
    PROCESS_RESTARTED(Side.NONE),
    EXPORT_SERVICE_CHECKED(Side.NONE),
    EXPORT_SETTLED(Side.NONE),
    CONTRACT_PRESENTED(Side.NONE),
    CONTRACT_REVISED(Side.EITHER),
    CONTRACT_CONFIRMED(Side.EITHER),
    CONTRACT_EFFECTIVE(Side.NONE),
    REMINDER_SENT(Side.EITHER),
    CANCELLATION_REQUESTED(Side.BUYER),
    CANCELLATION_ACCEPTED(Side.SUPPLIER),
    CANCELLATION_DECLINED(Side.SUPPLIER),
    MODIFICATION_PROPOSED(Side.SUPPLIER),
    MODIFICATION_CONFIRMED(Side.BUYER),
    MODIFICATION_DROPPED(Side.BUYER),
    PAYMENT_WINDOW_OPENED(Side.NONE),
    UNPAID_ORDER_DECIDED(Side.SUPPLIER),
    MONEY_POSTED(Side.NONE),
    DEPOSIT_ACCEPTANCE_ASKED(Side.NONE),
    DEPOSIT_TOP_UP_ASKED(Side.NONE),
    DEPOSIT_CHASED(Side.NONE),
    DEPOSIT_ACCEPTED(Side.SUPPLIER),
    BALANCE_ACCEPTANCE_ASKED(Side.NONE),
    BALANCE_CHASED(Side.NONE),
    BALANCE_SETTLED(Side.SUPPLIER),
    COVERAGE_RELEASED(Side.NONE),
    POINTS_AWARDED(Side.NONE),
    POINTS_TAKEN_BACK(Side.NONE),
    EXPORT_ORDER_LINKED(Side.SUPPLIER),
    EXPORT_ORDER_UNLINKED(Side.SUPPLIER),
    LATE_SHIPMENT_CHASED(Side.NONE),
    SHIPMENT_DECLARED(Side.SUPPLIER),
    GOODS_CLEARED(Side.NONE),
    CLEARANCE_CORRECTED(Side.NONE),
    GOODS_SHIPPED(Side.NONE),
    SHIP_DATE_CORRECTED(Side.NONE),
    RECEIPT_WINDOW_OPENED(Side.NONE),
    RECEIPT_CONFIRMED(Side.BUYER),
    COMPLETED_AUTOMATICALLY(Side.NONE),
    FEEDBACK_PUBLISHED(Side.BUYER),
    FEEDBACK_REPLIED(Side.SUPPLIER),
    DISPUTE_OPENED(Side.EITHER),
    DISPUTE_DECIDED(Side.NONE),
    ORDER_RESUMED(Side.NONE),
    REFUND_GRANTED(Side.NONE),
    REFUND_DUE(Side.NONE),
    REFUND_PAID(Side.NONE),
    REFUND_RETURNED(Side.NONE),
    /** A step that analysts have put into a model, or what a form asks beyond its step; the side is the task's. */
    STEP_DONE(Side.NONE),
    BUYER_STEP_DONE(Side.BUYER),
    SUPPLIER_STEP_DONE(Side.SUPPLIER),
    COMPLAINT_FILED(Side.BUYER),
    COMPLAINT_UPHELD(Side.NONE),
    COMPLAINT_DISMISSED(Side.NONE);

    /** For whom it is done, whoever does it; the marketplace's own desks and the system act for none. */
    public enum Side {
        BUYER,
        SUPPLIER,
        /** The one or the other, as the case may be. */
        EITHER,
        NONE
    }

    private final Side side;

    Fact(Side side) {
        this.side = side;
    }

    public Side side() {
        return side;
    }

    /** Its name in the record, in webhooks and on the order's page: kebab-case, such as {@code contract-confirmed}. */
    public String action() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is done for one side: whoever did it judges nothing about the order. */
    public static List<Fact> doneForOneSide() {
        return Arrays.stream(values()).filter(fact -> fact.side != Side.NONE).toList();
    }
}
