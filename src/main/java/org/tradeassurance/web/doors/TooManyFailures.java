package org.tradeassurance.web.doors;

import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords came from one place; the next attempt is worth while after {@code retryAfter} seconds. */
class TooManyFailures extends AuthenticationException {

    private final long retryAfter;

    TooManyFailures(long retryAfter) {
        super("Too many failed logins");
        this.retryAfter = retryAfter;
    }

    long retryAfter() {
        return retryAfter;
    }
}
