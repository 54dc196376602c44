package org.tradeassurance.start;

/** A setting, or what stands in the database, that the application does not start with; the sentence says what to do. */
public class StartRefused extends RuntimeException {

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
