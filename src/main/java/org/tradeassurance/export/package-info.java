/** The export service: whether it exports the products, the export orders and their customs clearance (EXP). */
@NullMarked
package org.tradeassurance.export;

import org.jspecify.annotations.NullMarked;
