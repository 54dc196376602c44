/** Writing the contract: drafts, buyers' orders, inquiries, revisions (DRF, NEG). */
@NullMarked
package org.tradeassurance.drafting;

import org.jspecify.annotations.NullMarked;
