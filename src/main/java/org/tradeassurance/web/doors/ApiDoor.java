package org.tradeassurance.web.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.tradeassurance.order.Problem;
import org.tradeassurance.web.Commands;
import org.tradeassurance.web.Problems;

/** What a call of {@code /api/v1} hears that the table of rights does not let through. */
class ApiDoor {

    private final AccessTable table;
    private final Problems problems;
    private final Commands commands;

    ApiDoor(AccessTable table, Problems problems, Commands commands) {
        this.table = table;
        this.problems = problems;
        this.commands = commands;
    }

    /** To somebody who is logged in: no such path, no such method, or not for this role. The last is the first answer to a key too. */
    void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        List<Access> sameForm = table.ofPath(request);
        if (sameForm.isEmpty()) {
            problems.write(request, response, Problem.NOT_FOUND);
        } else if (table.of(request).isEmpty()) {
            response.setHeader(
                    HttpHeaders.ALLOW,
                    sameForm.stream().map(Access::method).distinct().collect(Collectors.joining(", ")));
            problems.write(request, response, Problem.METHOD_NOT_ALLOWED);
        } else if (Commands.hasKey(request)) {
            commands.run(request, response, (q, r) -> forbidden((HttpServletRequest) q, (HttpServletResponse) r));
        } else {
            forbidden(request, response);
        }
    }

    private void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(request, response, Problem.FORBIDDEN);
    }
}
