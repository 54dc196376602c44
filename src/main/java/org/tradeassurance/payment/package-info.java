/** Money in: every remittance is kept and counted once, the deposit and balance legs are tallied, fees and open rights of payment are shown. */
@NullMarked
package org.tradeassurance.payment;

import org.jspecify.annotations.NullMarked;
