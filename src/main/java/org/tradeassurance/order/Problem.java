package org.tradeassurance.order;

import java.util.Locale;

/** What can be refused, by its code and HTTP status of the REST contract; the texts stand in {@code messages*.properties}. */
public enum Problem {
    MALFORMED_REQUEST(400),
    INVALID_FIELD(400),
    IDEMPOTENCY_KEY_MISSING(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_TIMEOUT(408),
    ILLEGAL_TRANSITION(409),
    ORDER_FROZEN(409),
    ORDER_HALTED(409),
    PROCESS_RUNS(409),
    CONCURRENT_CHANGE(409),
    ALREADY_CONFIRMED(409),
    DISPUTE_OPEN(409),
    COMPLAINT_OPEN(409),
    IDEMPOTENCY_KEY_IN_PROGRESS(409),
    CONTRACT_CHANGED(412),
    PAYLOAD_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    IDEMPOTENCY_KEY_REUSED(422),
    BUYER_COUNTRY_NOT_SERVED(422),
    BUYER_ACCOUNT_NOT_ELIGIBLE(422),
    SUPPLIER_NOT_ELIGIBLE(422),
    SUPPLIER_SUSPENDED(422),
    SUPPLIER_TERMINATED(422),
    QUOTA_EXCEEDED(422),
    QUOTA_BELOW_FROZEN(422),
    INCOMPLETE_ORDER(422),
    ACKNOWLEDGEMENT_MISSING(422),
    INVALID_AMOUNTS(422),
    MODIFICATION_NOT_ALLOWED(422),
    REFUND_NEEDED(422),
    PAYMENT_WINDOW_OPEN(422),
    DEPOSIT_ALREADY_POSTED(422),
    EXPORT_ORDER_LINKED_ELSEWHERE(422),
    EXPORT_ORDER_CLEARED(422),
    NO_EXPORT_ORDER(422),
    MIGRATION_IMPOSSIBLE(422),
    BALANCE_UNPAID(422),
    FEEDBACK_TOO_LONG(422),
    FEEDBACK_FORBIDDEN_CONTENT(422),
    FEEDBACK_EXISTS(422),
    COMPLAINT_WITHOUT_ORDER(422),
    AMOUNT_TOO_HIGH(422),
    IF_MATCH_MISSING(428),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    OUTCOME_UNKNOWN(503),
    TEMPORARILY_UNAVAILABLE(503),
    OVERLOADED(503);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** After how many seconds the same request may well succeed; 0 where waiting changes nothing, or its length is told otherwise. */
    public int retryAfter() {
        return switch (this) {
            case IDEMPOTENCY_KEY_IN_PROGRESS, CONCURRENT_CHANGE -> 1;
            case OUTCOME_UNKNOWN, TEMPORARILY_UNAVAILABLE, OVERLOADED -> 5;
            default -> 0;
        };
    }

    /** The code of the contract in kebab-case, such as {@code quota-exceeded}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
