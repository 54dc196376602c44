@NullMarked
package org.tradeassurance;

import org.jspecify.annotations.NullMarked;
