/** Agreeing on one version, or on none: confirmations and cancellations (NEG, TR-02 to TR-08). */
@NullMarked
package org.tradeassurance.confirmation;

import org.jspecify.annotations.NullMarked;
