package org.tradeassurance.web.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** The only list there is of who may do what, {@code rights.csv}: what has no row is closed, whatever controllers there are. */
record AccessTable(List<Access> rows) {

    static AccessTable read() {
        try (InputStream in = AccessTable.class.getResourceAsStream("/rights.csv")) {
            if (in == null) {
                throw new IllegalStateException("rights.csv is missing");
            }
            return new AccessTable(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Access::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AuthorizationDecision decide(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        return new AuthorizationDecision(of(context.getRequest())
                .map(row -> row.open() || row.admits(caller.get()))
                .orElse(false));
    }

    /** The most specific row of the request's path and method. */
    Optional<Access> of(HttpServletRequest request) {
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        PathContainer path = path(request);
        return rows.stream()
                .filter(row -> row.method().equals(method) && row.path().matches(path))
                .min((a, b) -> a.path().compareTo(b.path()));
    }

    List<Access> ofPath(HttpServletRequest request) {
        PathContainer path = path(request);
        return rows.stream().filter(row -> row.path().matches(path)).toList();
    }

    /** A slash at the end makes no other operation: the web applications' own interface takes it for the same. */
    private static PathContainer path(HttpServletRequest request) {
        return PathContainer.parsePath(request.getRequestURI()
                .substring(request.getContextPath().length())
                .replaceFirst("(?<=.)/$", ""));
    }
}
