/** The operators' desks: groups, filters, grants and the order panel in Tasklist. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"drafting", "money", "notification", "order", "payment", "process", "shipment", "web"})
package org.tradeassurance.tasklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
