package org.tradeassurance.web;

/** The headers of commands and of their answers. */
public final class CommandHeaders {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final String REPLAYED = "Idempotency-Replayed";
    public static final String PREFER = "Prefer";
    public static final String PREFERENCE_APPLIED = "Preference-Applied";

    /** What an idempotency key looks like: visible ASCII. */
    public static final String KEY_FORMAT = "[\\x21-\\x7e]{1,255}";

    private CommandHeaders() {}
}
