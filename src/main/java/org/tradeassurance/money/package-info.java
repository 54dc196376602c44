/** Amounts of money: US dollars, two decimals, never binary floating point. */
@NullMarked
package org.tradeassurance.money;

import org.jspecify.annotations.NullMarked;
