/** Agreeing on one version, or on none: confirmations and cancellations (NEG, TR-02 to TR-08). */
@NullMarked
@ApplicationModule(allowedDependencies = {"eligibility", "money", "order", "process"})
package org.tradeassurance.confirmation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
