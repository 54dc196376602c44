/** What the application does not start with, said in one sentence each. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.tradeassurance.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
