package org.tradeassurance.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A service task of a model over an order; the bean's name stands in the model. Made by {@link Steps}. */
@FunctionalInterface
public interface OrderTask extends JavaDelegate {}
