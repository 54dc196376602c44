package org.tradeassurance.process;

/** A bean that has to exist before the engine reads the clock for the first time. */
public interface BeforeEngine {}
