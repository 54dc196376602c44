package org.tradeassurance.web.doors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tradeassurance.web.Body;

/**
 * Lets Tasklist save a due or follow-up date. It sends back the whole task as it was read, and the engine's interface cannot read the
 * reference to a Camunda Form that it wrote itself (400 on each task of ours). The form is the model's, no update changes it.
 */
class TaskUpdates extends OncePerRequestFilter {

    private static final Pattern TASK = Pattern.compile("/camunda/api/engine/engine/[^/]+/task/[^/]+/?");
    private static final String FORM = "camundaFormRef";

    private final ObjectMapper json;

    TaskUpdates(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("PUT")
                || !TASK.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Body body = Body.of(request);
        chain.doFilter(body.with(withoutForm(body.bytes())), response);
    }

    private byte[] withoutForm(byte[] body) {
        try {
            return json.readTree(body) instanceof ObjectNode task && task.remove(FORM) != null
                    ? json.writeValueAsBytes(task)
                    : body;
        } catch (IOException e) {
            return body;
        }
    }
}
