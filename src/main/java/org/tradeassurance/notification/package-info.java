/** Messages to people, written with their cause and sent afterwards. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "order", "process", "start"})
package org.tradeassurance.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
