/** Shipping the goods: declared by the supplier, shipped when all export orders are cleared (SHP). */
@NullMarked
package org.tradeassurance.shipment;

import org.jspecify.annotations.NullMarked;
