/** Disputes: a refund asked for or a complaint freezes an order until it is decided (TR-21, TR-22). */
@NullMarked
package org.tradeassurance.dispute;

import org.jspecify.annotations.NullMarked;
