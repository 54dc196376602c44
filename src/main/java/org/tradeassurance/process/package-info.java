/** The process engine: its configuration, its schema, its clock, and the only door to the running processes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "order", "start"})
package org.tradeassurance.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
