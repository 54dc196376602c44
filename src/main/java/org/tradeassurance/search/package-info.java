/** Finding: one question for orders, money, suppliers and tasks, by whatever somebody remembers of them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "order", "process"})
package org.tradeassurance.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
