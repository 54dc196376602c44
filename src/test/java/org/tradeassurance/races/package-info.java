/** Two events at the same moment: the outcome is one of the two that come of one after the other. */
@NullMarked
package org.tradeassurance.races;

import org.jspecify.annotations.NullMarked;
