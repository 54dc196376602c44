/** The rule catalogue a second time, in plain Java and without the product, and the test that holds the two together. */
@NullMarked
package org.tradeassurance.rulebook;

import org.jspecify.annotations.NullMarked;
