/** The edge: problem details, one transaction a command, idempotency keys and the published description of the interface. */
@NullMarked
package org.tradeassurance.web;

import org.jspecify.annotations.NullMarked;
