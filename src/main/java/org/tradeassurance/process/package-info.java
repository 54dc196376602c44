/** The process engine: its configuration, its schema, its clock, and the only door to the running processes. */
@NullMarked
package org.tradeassurance.process;

import org.jspecify.annotations.NullMarked;
