/** Databases as earlier builds have left them: what runs in them comes to its end. */
@NullMarked
package org.tradeassurance.golden;

import org.jspecify.annotations.NullMarked;
