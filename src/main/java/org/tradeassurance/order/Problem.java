package org.tradeassurance.order;

import java.util.Locale;

/** What can be refused, by its code and HTTP status of the REST contract; the texts stand in {@code messages*.properties}. */
public enum Problem {
    MALFORMED_REQUEST(400, Calls.ANY),
    INVALID_FIELD(400, Calls.ANY),
    IDEMPOTENCY_KEY_MISSING(400, Calls.POSTS),
    UNAUTHORIZED(401, Calls.ANY),
    FORBIDDEN(403, Calls.WITH_LOGIN),
    NOT_FOUND(404, Calls.OF_SOMETHING),
    METHOD_NOT_ALLOWED(405, Calls.NONE),
    NOT_ACCEPTABLE(406, Calls.ANY),
    REQUEST_TIMEOUT(408, Calls.WITH_BODY),
    ILLEGAL_TRANSITION(409, Calls.OF_AN_ORDER + "|POST /(complaints|suppliers)/.*"),
    ORDER_FROZEN(409, Calls.OF_AN_ORDER),
    ORDER_HALTED(409, Calls.OF_AN_ORDER),
    PROCESS_RUNS(409, "POST .*/process"),
    CONCURRENT_CHANGE(409, Calls.CHANGES),
    ALREADY_CONFIRMED(409, "POST .*/confirmations"),
    REFERENCE_EXISTS(409, "POST /orders"),
    DISPUTE_OPEN(409, "POST .*/disputes"),
    COMPLAINT_OPEN(409, "POST /complaints"),
    IDEMPOTENCY_KEY_IN_PROGRESS(409, Calls.POSTS),
    CONTRACT_CHANGED(412, "POST .*/confirmations|PUT .*/contract"),
    PAYLOAD_TOO_LARGE(413, Calls.WITH_BODY),
    UNSUPPORTED_MEDIA_TYPE(415, Calls.WITH_BODY),
    IDEMPOTENCY_KEY_REUSED(422, Calls.POSTS),
    BUYER_COUNTRY_NOT_SERVED(422, Calls.OF_A_CONTRACT),
    BUYER_ACCOUNT_NOT_ELIGIBLE(422, Calls.OF_A_CONTRACT),
    SUPPLIER_NOT_ELIGIBLE(422, Calls.OF_A_SUPPLIER),
    SUPPLIER_SUSPENDED(422, Calls.OF_A_SUPPLIER),
    SUPPLIER_TERMINATED(422, Calls.OF_A_SUPPLIER),
    QUOTA_EXCEEDED(422, Calls.OF_A_CONTRACT),
    QUOTA_BELOW_FROZEN(422, "PUT /suppliers/.*"),
    INCOMPLETE_ORDER(422, Calls.OF_A_CONTRACT),
    ACKNOWLEDGEMENT_MISSING(422, Calls.OF_A_CONTRACT),
    INVALID_AMOUNTS(422, Calls.OF_A_CONTRACT),
    SHIP_DATE_PAST(422, Calls.OF_A_CONTRACT),
    MODIFICATION_NOT_ALLOWED(422, "PUT .*/contract|POST .*/confirmations"),
    REFUND_NEEDED(422, "POST .*/cancellations(/decision)?"),
    PAYMENT_WINDOW_OPEN(422, "POST .*/closure"),
    DEPOSIT_ALREADY_POSTED(422, "POST .*/(closure|cancellations(/decision)?|disputes/decision)"),
    EXPORT_ORDER_LINKED_ELSEWHERE(422, "POST .*/export-orders"),
    EXPORT_ORDER_CLEARED(422, "DELETE .*/export-orders/.*|PUT /export-orders/.*"),
    NO_EXPORT_ORDER(422, "POST .*/(shipment-declaration|clearance)"),
    MIGRATION_IMPOSSIBLE(422, "POST .*/migration"),
    BALANCE_UNPAID(422, "POST .*/goods-receipt"),
    FEEDBACK_TOO_LONG(422, Calls.OF_FEEDBACK),
    FEEDBACK_FORBIDDEN_CONTENT(422, Calls.OF_FEEDBACK),
    FEEDBACK_EXISTS(422, Calls.OF_FEEDBACK),
    COMPLAINT_WITHOUT_ORDER(422, "POST /complaints"),
    AMOUNT_TOO_HIGH(422, "POST .*/disputes(/decision)?"),
    TOO_MANY_ROWS(422, "GET /orders/export"),
    IF_MATCH_MISSING(428, "PUT .*/contract"),
    TOO_MANY_REQUESTS(429, Calls.ANY),
    INTERNAL_ERROR(500, Calls.ANY),
    OUTCOME_UNKNOWN(503, Calls.CHANGES),
    TEMPORARILY_UNAVAILABLE(503, Calls.ANY),
    OVERLOADED(503, Calls.WITH_BODY);

    /** Which calls a problem may be the answer of, as a pattern of their method and path below {@code /api/v1}. */
    private static final class Calls {
        static final String ANY = ".*";
        static final String NONE = "";
        static final String WITH_LOGIN = "\\w+ /(?!public/).*";
        static final String CHANGES = "(POST|PUT|DELETE) .*";
        static final String WITH_BODY = "(POST|PUT) .*";
        static final String POSTS = "POST .*";
        static final String OF_SOMETHING = ".*\\{.*|POST /(complaints|order-templates|orders)";
        static final String OF_AN_ORDER = "(POST|PUT|DELETE) /orders/\\{.*";
        static final String OF_A_CONTRACT = "POST /orders(/[^/]+/(submission|confirmations))?|PUT .*/contract";
        static final String OF_A_SUPPLIER = "POST /orders|" + OF_AN_ORDER;
        static final String OF_FEEDBACK = "POST .*/feedback(/reply)?";
    }

    private final int status;
    private final String calls;

    Problem(int status, String calls) {
        this.status = status;
        this.calls = calls;
    }

    /** Whether a call may be refused so; the published description says it of every call. */
    public boolean mayAnswer(String method, String path) {
        return (method + " " + path).matches(calls);
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

    /** Whether its answer carries {@code Retry-After}. */
    public boolean saysWhenAgain() {
        return retryAfter() > 0 || this == TOO_MANY_REQUESTS;
    }

    /** The code of the contract in kebab-case, such as {@code quota-exceeded}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
