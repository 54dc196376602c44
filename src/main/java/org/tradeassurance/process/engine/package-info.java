/** What is plugged into the engine itself and knows nothing of orders beyond their lock: schema, passwords, grants, history, how it is called. */
@NullMarked
package org.tradeassurance.process.engine;

import org.jspecify.annotations.NullMarked;
