/** The supplier's assurance quota: what is frozen for which order, and the ledger that proves it (QTA). */
@NullMarked
package org.tradeassurance.quota;

import org.jspecify.annotations.NullMarked;
