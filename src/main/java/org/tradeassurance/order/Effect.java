package org.tradeassurance.order;

/**
 * Something that happens with a change of an order beside its row: a value, which {@link Outcomes} hands to the event listeners that take
 * its type, within the transaction. Who owns a table or talks to somebody owns the effect.
 */
public interface Effect {}
