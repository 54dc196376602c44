/** The suppliers: their data, quota ledger, points and what the board shows of them (PNT, CRD). */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "order", "process", "quota"})
package org.tradeassurance.supplier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
