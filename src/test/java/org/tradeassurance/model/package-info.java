/** Rules for everything that analysts edit, checked over the files. */
@NullMarked
package org.tradeassurance.model;

import org.jspecify.annotations.NullMarked;
