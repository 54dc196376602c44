package org.tradeassurance.web.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** Lets the session of the login page read, never write; a request with a proof of its own is judged by that alone. */
class SessionForReads implements SecurityContextRepository {

    private final HttpSessionSecurityContextRepository session = new HttpSessionSecurityContextRepository();

    private static boolean reads(HttpServletRequest request) {
        boolean safe = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return safe && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        if (reads(request)) {
            return session.loadDeferredContext(request);
        }
        SecurityContext empty = SecurityContextHolder.createEmptyContext();
        return new DeferredSecurityContext() {
            @Override
            public SecurityContext get() {
                return empty;
            }

            @Override
            public boolean isGenerated() {
                return true;
            }
        };
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        throw new UnsupportedOperationException("Spring Security loads the context when somebody asks for it");
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Only the login page opens a session.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return reads(request) && session.containsContext(request);
    }
}
