/** The operators' desks: groups, filters, grants and the order panel in Tasklist. */
@NullMarked
package org.tradeassurance.tasklist;

import org.jspecify.annotations.NullMarked;
