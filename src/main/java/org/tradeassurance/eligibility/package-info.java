/** Who may trade under trade assurance: buyer, country, supplier (ELG). */
@NullMarked
package org.tradeassurance.eligibility;

import org.jspecify.annotations.NullMarked;
