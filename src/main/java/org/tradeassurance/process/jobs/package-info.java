/** How jobs are fetched: those that call out have threads of their own. */
@NullMarked
package org.tradeassurance.process.jobs;

import org.jspecify.annotations.NullMarked;
