/** What Camunda Modeler makes of the files that analysts edit, tried with its own libraries. */
@NullMarked
package org.tradeassurance.modeler;

import org.jspecify.annotations.NullMarked;
