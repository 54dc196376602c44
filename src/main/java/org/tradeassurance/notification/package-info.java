/** Messages to people, written with their cause and sent afterwards. */
@NullMarked
package org.tradeassurance.notification;

import org.jspecify.annotations.NullMarked;
