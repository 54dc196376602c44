/** The doors: who may come in where, by which proof, and what stays closed. */
@NullMarked
package org.tradeassurance.web.doors;

import org.jspecify.annotations.NullMarked;
