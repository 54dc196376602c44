/** What guards a task: who may work on it, what its form takes, what is said when it is refused. */
@NullMarked
package org.tradeassurance.process.desk;

import org.jspecify.annotations.NullMarked;
