/** What the application does not start with, said in one sentence each. */
@NullMarked
package org.tradeassurance.start;

import org.jspecify.annotations.NullMarked;
