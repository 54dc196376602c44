package org.tradeassurance.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The key of the decision table that answers a {@link Question}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DecisionTable {

    String value();

    /** Whether models ask it too, with words that code does not know; then another question of the table says what code needs. */
    boolean ofModels() default false;

    /** Whether it judges an order, so that its columns may ask for what is known of one ({@link TableFact}). */
    boolean ofOrder() default true;
}
