/** What the application brings along when no database is configured: a database, sample data and a clock that can be moved. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "notification", "order", "process", "start", "web"})
package org.tradeassurance.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
