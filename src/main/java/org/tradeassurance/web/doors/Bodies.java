package org.tradeassurance.web.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.web.Body;
import org.tradeassurance.web.Problems;

/**
 * Before everything: waits for the body of a request, for a bounded time and in a bounded number of threads, so that bodies that never
 * come hold up nobody else. Whoever has proved who they are before has threads of their own; a body that is there costs none.
 */
class Bodies extends OncePerRequestFilter {

    /** Of the 200 threads of a node. */
    private static final int STRANGERS = 32;

    private static final int CALLERS = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String UNREAD = Bodies.class.getName() + ".unread";

    private final Semaphore strangers = new Semaphore(STRANGERS);
    private final Semaphore callers = new Semaphore(CALLERS);
    private final Logins logins;
    private final Problems problems;

    Bodies(Logins logins, Problems problems) {
        this.logins = logins;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!Body.isAnnounced(request)) {
            chain.doFilter(request, response);
            return;
        }
        Body body = Body.isHere(request) ? Body.of(request) : awaited(request, response);
        if (body != null) {
            chain.doFilter(body, response);
        }
    }

    private @Nullable Body awaited(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Semaphore room = logins.hasProved(request) ? callers : strangers;
        if (!room.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            refuse(request, response, new Refusal(Problem.OVERLOADED, null));
            return null;
        }
        try {
            return Body.of(request, PATIENCE);
        } catch (Refusal e) {
            refuse(request, response, e);
            if (e.problem() == Problem.PAYLOAD_TOO_LARGE) {
                response.flushBuffer();
                Body.drop(request, PATIENCE);
            }
            return null;
        } finally {
            room.release();
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        request.setAttribute(UNREAD, true);
        problems.write(request, response, refusal);
    }

    /** Else the container would wait on for what has been given up, to find the next request behind it. */
    static class Unread extends ValveBase {

        Unread() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            if (request.getAttribute(UNREAD) != null) {
                request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }
}
