/** Receiving the goods: the buyer confirms, or the order completes by itself in time (RCV). */
@NullMarked
@ApplicationModule(allowedDependencies = {"order", "process", "quota", "shipment"})
package org.tradeassurance.receiving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
