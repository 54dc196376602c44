/** Receiving the goods: the buyer confirms, or the order completes by itself in time (RCV). */
@NullMarked
package org.tradeassurance.receiving;

import org.jspecify.annotations.NullMarked;
