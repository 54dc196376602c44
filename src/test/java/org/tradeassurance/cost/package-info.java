/** What one order costs the database. */
@NullMarked
package org.tradeassurance.cost;

import org.jspecify.annotations.NullMarked;
