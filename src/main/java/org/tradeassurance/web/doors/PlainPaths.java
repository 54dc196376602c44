package org.tradeassurance.web.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tradeassurance.order.Problem;
import org.tradeassurance.web.Problems;

/** Refuses a path that is not in its one plain spelling: doubled slashes, path parameters, encoded slashes, dots. */
class PlainPaths extends OncePerRequestFilter {

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
            problems.write(request, response, Problem.MALFORMED_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }
}
