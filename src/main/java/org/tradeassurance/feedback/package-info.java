/** Feedback of the buyer, the supplier's reply, and the public trade record (FBK). */
@NullMarked
package org.tradeassurance.feedback;

import org.jspecify.annotations.NullMarked;
