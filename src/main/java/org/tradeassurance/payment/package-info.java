/** Money in: every remittance is kept and counted once, the deposit and balance legs are tallied, fees and open rights of payment are shown. */
@NullMarked
@ApplicationModule(allowedDependencies = {"eligibility", "money", "notification", "order", "process"})
package org.tradeassurance.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
