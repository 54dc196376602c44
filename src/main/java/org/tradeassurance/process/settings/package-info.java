/** Where the engine is put together: the only place that knows all rooms. */
@NullMarked
package org.tradeassurance.process.settings;

import org.jspecify.annotations.NullMarked;
