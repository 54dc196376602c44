package org.tradeassurance.web.doors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ResourceBundle;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tradeassurance.order.Problem;
import org.tradeassurance.web.Languages;
import org.tradeassurance.web.Problems;

/** The answer to what Tomcat itself refuses, such as a path with an encoded slash; made by Tomcat from its name. */
public class LastResort extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Problem problem = Problems.ofStatus(status);
        ResourceBundle texts = ResourceBundle.getBundle("messages", Languages.of(request), NO_FALLBACK);
        String body = """
                {"type":"urn:trade-assurance:problem:%s","title":"%s","status":%d,"detail":"%s","code":"%s"}""".formatted(
                        problem.code(),
                        texts.getString("problem." + problem.code()),
                        status,
                        texts.getString("problem.unread.detail"),
                        problem.code());
        try {
            response.setContentType("application/problem+json");
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("Nobody listens any more", e);
        }
    }
}
