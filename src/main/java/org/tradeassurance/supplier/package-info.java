/** The suppliers: their data, quota ledger, points and what the board shows of them (PNT, CRD). */
@NullMarked
package org.tradeassurance.supplier;

import org.jspecify.annotations.NullMarked;
