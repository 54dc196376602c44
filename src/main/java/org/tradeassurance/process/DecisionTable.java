package org.tradeassurance.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The decision table that answers a {@link Question}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DecisionTable {

    /** Its key. */
    String value();

    /** Whether models ask it too, with words that code does not know; then another question of the table says what code needs. */
    boolean ofModels() default false;

    /** Whether it judges an order, so that its columns may ask for what is known of one ({@link TableFact}). */
    boolean ofOrder() default true;

    /** The input whose words the rows say, not the code: a row more is a word more. */
    String words() default "";
}
