package org.tradeassurance.process;

import java.util.List;

/** What forms let staff choose from, where it is no part of the form: each {@code select} whose {@code valuesKey} is the name offers them. */
public interface Choices {

    String name();

    /** What is offered now. */
    List<Choice> offered();

    /**
     * One of them.
     *
     * @param label in both languages, as all labels of forms: {@code 海运 / Sea}
     */
    record Choice(String value, String label) {}
}
