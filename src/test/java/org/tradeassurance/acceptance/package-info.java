/** The acceptance examples of the rule catalogue, played through the REST door of a running application. */
@NullMarked
package org.tradeassurance.acceptance;

import org.jspecify.annotations.NullMarked;
