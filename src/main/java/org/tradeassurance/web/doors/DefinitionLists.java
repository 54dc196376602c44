package org.tradeassurance.web.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds the lists of definitions that Cockpit asks for without a bound, as it does for the versions of a process or a decision. The
 * engine would refuse them, and goes on doing so for tasks, instances and all else that grows with the business.
 */
class DefinitionLists extends OncePerRequestFilter {

    private static final Pattern LIST = Pattern.compile(
            "/camunda/api/engine/engine/[^/]+/(?:process|decision|decision-requirements|case)-definition/?");
    private static final Pattern BOUNDED = Pattern.compile("(?:^|&)maxResults=");

    private final int limit;

    /** @param limit what the engine allows at most */
    DefinitionLists(int limit) {
        this.limit = limit;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String query = request.getQueryString();
        return !request.getMethod().equals("GET")
                || !LIST.matcher(request.getRequestURI()).matches()
                || (query != null && BOUNDED.matcher(query).find());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        String bounded = (query == null ? "" : query + "&") + "maxResults=" + limit;
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getQueryString() {
                        return bounded;
                    }
                },
                response);
    }
}
