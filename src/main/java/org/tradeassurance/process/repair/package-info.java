/** Orders whose process was damaged by hand or stands on an old definition: begun again, or moved. */
@NullMarked
package org.tradeassurance.process.repair;

import org.jspecify.annotations.NullMarked;
