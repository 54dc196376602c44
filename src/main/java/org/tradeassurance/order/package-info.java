/** The order: its contract, state, money, shipment and deadlines, its invariants, who may see it and what each party may do. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money"})
package org.tradeassurance.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
