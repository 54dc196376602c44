package org.tradeassurance.web.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.web.Browsing;
import org.tradeassurance.web.Problems;

/** How a closed door looks: a problem to programs, a page to people. */
@Component
class Refusals {

    private final Problems problems;
    private final Pages pages;

    Refusals(Problems problems, Pages pages) {
        this.problems = problems;
        this.pages = pages;
    }

    /** To a caller of the interface: never a redirect; the browser's own dialog only where a person wants one. */
    void challenge(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyFailures many) {
            tooMany(request, response, many);
            return;
        }
        boolean script = request.getHeader("Sec-Fetch-Mode") != null && !Browsing.asksForPage(request);
        if (!script) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"trade-assurance\", charset=\"UTF-8\"");
        }
        problems.write(request, response, Problem.UNAUTHORIZED);
    }

    /** To a person: the login page; to a program: 401. */
    void login(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (Browsing.asksForPage(request)) {
            response.sendRedirect(request.getContextPath() + "/login");
        } else {
            problems.write(request, response, Problem.UNAUTHORIZED);
        }
    }

    /** Where both come: to a person the login page, to a program the challenge. */
    void loginOrChallenge(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (Browsing.asksForPage(request)) {
            login(request, response, failure);
        } else {
            challenge(request, response, failure);
        }
    }

    void loginFailed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyFailures many) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(many.retryAfter()));
            pages.problem(request, response, Problem.TOO_MANY_REQUESTS);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?error");
        }
    }

    /** A form without its token: forged, or left open until the session was over. */
    void staleForm(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        if (accept.contains(MediaType.TEXT_HTML_VALUE)) {
            response.sendRedirect(request.getContextPath() + "/login");
        } else {
            problems.write(request, response, Problem.FORBIDDEN);
        }
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (Browsing.asksForPage(request)) {
            pages.problem(request, response, problem);
        } else {
            problems.write(request, response, problem);
        }
    }

    private void tooMany(HttpServletRequest request, HttpServletResponse response, TooManyFailures many)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(many.retryAfter()));
        problems.write(request, response, new Refusal(Problem.TOO_MANY_REQUESTS, null));
    }
}
