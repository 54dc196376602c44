package org.tradeassurance.web.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.web.Problems;

/** Refuses a path that is not in its one plain spelling: doubled slashes, path parameters, encoded slashes, dots. */
class PlainPaths extends OncePerRequestFilter {

    /** Those that the firewall lets through. */
    private static final Set<String> METHODS = Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    private final HttpFirewall firewall;
    private final Problems problems;

    PlainPaths(HttpFirewall firewall, Problems problems) {
        this.firewall = firewall;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            firewall.getFirewalledRequest(request);
        } catch (RequestRejectedException e) {
            problems.write(request, response, refusal(request));
            return;
        }
        chain.doFilter(request, response);
    }

    /** What the firewall has against a request before anybody has read more than its first line and its headers. */
    static Refusal refusal(HttpServletRequest request) {
        return METHODS.contains(request.getMethod())
                ? new Refusal(Problem.MALFORMED_REQUEST, null).saying("problem.unread.detail")
                : new Refusal(Problem.METHOD_NOT_ALLOWED, null);
    }
}
