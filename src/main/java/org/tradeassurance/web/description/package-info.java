/** What the published description of the interface says beyond the code itself. */
@NullMarked
package org.tradeassurance.web.description;

import org.jspecify.annotations.NullMarked;
