/** The application as it runs in production: processes of its own on one database. */
@NullMarked
package org.tradeassurance.production;

import org.jspecify.annotations.NullMarked;
