package org.tradeassurance.web.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Problem;
import org.tradeassurance.web.Hash;
import org.tradeassurance.web.Languages;
import org.tradeassurance.web.PageTemplates;
import org.tradeassurance.web.Problems;

/** The few pages of our own: the login and what a person sees at a closed door; Chinese or English as the browser asks. */
@Component
class Pages {

    private static final String STYLE = style();

    /** Nothing but our own style sheet, which stands in the page. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'sha256-%s'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                    .formatted(Base64.getEncoder().encodeToString(Hash.of(STYLE)));

    private final PageTemplates templates;

    Pages(PageTemplates templates) {
        this.templates = templates;
    }

    void login(HttpServletRequest request, HttpServletResponse response, CsrfToken token) throws IOException {
        boolean failed = request.getParameter("error") != null;
        boolean goodbye = !failed && request.getParameter("logout") != null;
        send(request, response, "login", Map.of("style", STYLE, "failed", failed, "goodbye", goodbye, "csrf", token));
    }

    void problem(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        Problems.sayWhenAgain(response, problem);
        send(request, response, "closed", Map.of("style", STYLE, "code", problem.code()));
    }

    private void send(HttpServletRequest request, HttpServletResponse response, String page, Map<String, ?> facts)
            throws IOException {
        Locale language = Languages.of(request);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.getOutputStream().write(templates.fill(page, language, facts).getBytes(StandardCharsets.UTF_8));
    }

    private static String style() {
        try {
            return new ClassPathResource("pages/door.css")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
