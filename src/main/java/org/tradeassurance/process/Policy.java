package org.tradeassurance.process;

import org.jspecify.annotations.Nullable;

/** What the table {@code order-policies} chooses for an order. */
public enum Policy implements Question.Choosy {
    PAUSE_IN_DISPUTE(Choice.YES, Choice.NO),
    COMPLETION_ANCHOR(Choice.SHIP_DATE, Choice.STATUS_ENTRY),
    SHIPPED_WHEN(Choice.ALL_CLEARED_AND_DECLARED, Choice.FIRST_CLEARED_AND_DECLARED),
    CLOSE_WITH_PARTIAL_MONEY(Choice.NO, Choice.YES),
    SANCTION_BLOCKS_RUNNING_ORDERS(Choice.NO, Choice.YES);

    private final Choice usual;
    private final Choice other;

    Policy(Choice usual, Choice other) {
        this.usual = usual;
        this.other = other;
    }

    @Override
    public boolean takes(@Nullable String choice) {
        return usual.name().equals(choice) || other.name().equals(choice);
    }

    /** All that may be chosen, each by some policies. */
    public enum Choice {
        YES,
        NO,
        SHIP_DATE,
        STATUS_ENTRY,
        ALL_CLEARED_AND_DECLARED,
        FIRST_CLEARED_AND_DECLARED
    }

    /** What is chosen where the policy leaves a choice. */
    @DecisionTable("order-policies")
    public record Of(Policy policy) implements Question<Chosen> {}

    /** The choice. */
    public record Chosen(Choice choice) {}
}
