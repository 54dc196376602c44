/** Why an order is where it is: what it waits for, by which rows of which tables, and what comes next. */
@NullMarked
package org.tradeassurance.process.explanation;

import org.jspecify.annotations.NullMarked;
