/** The supplier's assurance quota: what is frozen for which order, and the ledger that proves it (QTA). */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "order", "process"})
package org.tradeassurance.quota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
