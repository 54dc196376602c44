/** Amounts of money: US dollars, two decimals, never binary floating point. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.tradeassurance.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
