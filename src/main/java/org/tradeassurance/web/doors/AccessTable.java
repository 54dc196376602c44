package org.tradeassurance.web.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;

/** Finds the row of a request. */
record AccessTable(List<Access> rows) {

    /** The most specific row of the request's path and method. */
    Optional<Access> of(HttpServletRequest request) {
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        return ofPath(request).stream()
                .filter(row -> row.method().equals(method))
                .findFirst();
    }

    List<Access> ofPath(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length()));
        return rows.stream()
                .filter(row -> row.path().matches(path))
                .sorted((a, b) -> a.path().compareTo(b.path()))
                .toList();
    }
}
