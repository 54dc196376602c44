/** The interface under requests that nobody should send, made from its own description. */
@NullMarked
package org.tradeassurance.fuzz;

import org.jspecify.annotations.NullMarked;
