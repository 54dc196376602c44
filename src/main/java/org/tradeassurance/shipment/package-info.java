/** Shipping the goods: declared by the supplier, shipped when all export orders are cleared (SHP). */
@NullMarked
@ApplicationModule(allowedDependencies = {"eligibility", "export", "money", "notification", "order", "process"})
package org.tradeassurance.shipment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
