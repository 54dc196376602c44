/** Disputes: a refund asked for or a complaint freezes an order until it is decided (TR-21, TR-22). */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "notification", "order", "process"})
package org.tradeassurance.dispute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
