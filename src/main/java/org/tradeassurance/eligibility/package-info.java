/** Who may trade under trade assurance: buyer, country, supplier (ELG). */
@NullMarked
@ApplicationModule(allowedDependencies = {"order", "process", "supplier"})
package org.tradeassurance.eligibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
