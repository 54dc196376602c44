/** Suppliers: what they are assured for, what they have earned, and what ends their right to new orders (PNT, CRD, VIO). */
@NullMarked
package org.tradeassurance.supplier;

import org.jspecify.annotations.NullMarked;
