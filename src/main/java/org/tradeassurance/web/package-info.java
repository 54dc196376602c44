/** The edge: problem details, one transaction a command, idempotency keys and the published description of the interface. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "order", "process", "start"})
package org.tradeassurance.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
