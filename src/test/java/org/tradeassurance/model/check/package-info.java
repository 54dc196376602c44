/** The check of what analysts edit, as a value: it needs the folder, no database, no engine and no test library. */
@NullMarked
package org.tradeassurance.model.check;

import org.jspecify.annotations.NullMarked;
