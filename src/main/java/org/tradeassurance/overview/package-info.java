/** What stands where, at a glance: orders, money, tasks, quota and disputes in figures, for the desks' overview and for monitoring. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "order", "process"})
package org.tradeassurance.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
