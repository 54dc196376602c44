/** The export service: whether it exports the products, the export orders and their customs clearance (EXP). */
@NullMarked
@ApplicationModule(allowedDependencies = {"eligibility", "order", "process", "start"})
package org.tradeassurance.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
