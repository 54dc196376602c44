package org.tradeassurance.order;

/** What the models call a task; they stand behind this package. */
@FunctionalInterface
public interface TaskNames {

    /**
     * The name of a task in both languages, as its model draws it.
     *
     * @param definition the id of the process definition that it runs in
     * @param task its id in the model
     */
    Words of(String definition, String task);
}
