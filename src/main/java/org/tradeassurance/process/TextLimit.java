package org.tradeassurance.process;

/** How long a text may be. */
@DecisionTable("text-limits")
public record TextLimit(Kind text) implements Question<TextLimit.Longest> {

    /** What people write. */
    public enum Kind {
        REMARK,
        FEEDBACK
    }

    /** In characters. */
    public record Longest(int maxLength) {}
}
