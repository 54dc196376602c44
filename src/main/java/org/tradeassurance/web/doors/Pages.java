package org.tradeassurance.web.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.tradeassurance.order.Problem;
import org.tradeassurance.web.Hash;
import org.tradeassurance.web.Languages;
import org.tradeassurance.web.Problems;

/** The few pages of our own: the login and what a person sees at a closed door; Chinese or English as the browser asks. */
@Component
class Pages {

    private static final String STYLE = resource("pages/door.css");
    private static final String FRAME = resource("pages/door.html");
    private static final String LOGIN = resource("pages/login.html");

    /** Nothing but our own style sheet, which stands in the page. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'sha256-%s'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                    .formatted(Base64.getEncoder().encodeToString(Hash.of(STYLE)));

    private final MessageSource messages;

    Pages(MessageSource messages) {
        this.messages = messages;
    }

    void login(HttpServletRequest request, HttpServletResponse response, CsrfToken token) throws IOException {
        Locale language = Languages.of(request);
        String form = LOGIN.replace("{name}", text("login.name", language))
                .replace("{password}", text("login.password", language))
                .replace("{submit}", text("login.submit", language))
                .replace("{note}", note(request, language))
                .replace("{csrf-name}", HtmlUtils.htmlEscape(token.getParameterName()))
                .replace("{csrf}", HtmlUtils.htmlEscape(token.getToken()));
        send(response, language, text("login.title", language), form);
    }

    void problem(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        Locale language = Languages.of(request);
        response.setStatus(problem.status());
        Problems.sayWhenAgain(response, problem);
        String key = "problem." + problem.code();
        String body = "<p>%s</p><p><a href=\"/login\">%s</a></p>"
                .formatted(text(key + ".detail", language), text("login.other-account", language));
        send(response, language, text(key, language), body);
    }

    private String note(HttpServletRequest request, Locale language) {
        if (request.getParameter("error") != null) {
            return "<p class=\"note bad\" role=\"alert\">%s</p>".formatted(text("login.failed", language));
        }
        if (request.getParameter("logout") != null) {
            return "<p class=\"note\" role=\"status\">%s</p>".formatted(text("login.goodbye", language));
        }
        return "";
    }

    private void send(HttpServletResponse response, Locale language, String title, String body) throws IOException {
        String page = FRAME.replace("{language}", language.getLanguage().equals("zh") ? "zh-CN" : "en")
                .replace("{style}", STYLE)
                .replace("{product}", text("login.product", language))
                .replace("{claim}", text("login.claim", language))
                .replace("{title}", title)
                .replace("{body}", body);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }

    private String text(String key, Locale language) {
        return HtmlUtils.htmlEscape(messages.getMessage(key, new Object[] {"", "", ""}, language), "UTF-8");
    }

    private static String resource(String name) {
        try (InputStream in = Pages.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
