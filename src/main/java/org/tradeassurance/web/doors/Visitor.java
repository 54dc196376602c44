package org.tradeassurance.web.doors;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where a form of the login page comes from: the address, and what the browser says that it is known by. */
class Visitor extends WebAuthenticationDetails {

    private final @Nullable String device;

    Visitor(HttpServletRequest request) {
        super(request);
        this.device = Devices.sent(request, String.valueOf(request.getParameter("username")));
    }

    @Nullable
    String device() {
        return device;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
