package org.tradeassurance.web.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What the web applications' own interface offers and nobody may use: the set-up of a first administrator (CVE-2026-77226), a second
 * login, ending a task by error or escalation past its form, and deployment. In any spelling of the path.
 */
class ClosedPaths implements RequestMatcher {

    private static final int LAYERS = 3;

    private static final Pattern CLOSED = Pattern.compile("/camunda/(?:"
            + "(?:api|app)/[^/]*/setup(?:/.*)?"
            + "|api/admin/setup.*"
            + "|app/admin/[^/]+/setup(?:/.*)?"
            + "|api/admin/auth/user/[^/]+/login/.*"
            + "|api/(?:.*/)?(?:external-)?task/[^/]+/(?:bpmnerror|bpmnescalation)/?"
            + "|api/(?:.*/)?deployment/create/?"
            + "|api/(?:.*/)?deployment/[^/]+/redeploy/?"
            + ")");

    @Override
    public boolean matches(HttpServletRequest request) {
        return CLOSED.matcher(plain(request.getRequestURI())).matches();
    }

    /** Decoded as often as somebody may have encoded it, without parameters and doubled slashes, in lower case. */
    static String plain(String uri) {
        String path = uri;
        for (int layer = 0; layer < LAYERS && path.contains("%"); layer++) {
            try {
                path = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                break;
            }
        }
        return path.replaceAll(";[^/]*", "")
                .replace('\\', '/')
                .replaceAll("/(?:\\./)*/*", "/")
                .toLowerCase(Locale.ROOT);
    }
}
