package org.tradeassurance.rulebook;

import java.util.function.Consumer;

/** One step of a chain: what the rulebook says of it, and what the product does. */
record Move(String text, Consumer<Play> step) {

    /** It delivers the command before it once more. */
    boolean repeats() {
        return text.equals("the same command again");
    }

    @Override
    public String toString() {
        return text;
    }
}
