/** Writing the contract: drafts, buyers' orders, inquiries, revisions (DRF, NEG). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"eligibility", "money", "notification", "order", "process", "shipment", "supplier"})
package org.tradeassurance.drafting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
