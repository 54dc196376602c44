/** Feedback of the buyer, the supplier's reply, and the public trade record (FBK). */
@NullMarked
@ApplicationModule(allowedDependencies = {"export", "order", "process"})
package org.tradeassurance.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
