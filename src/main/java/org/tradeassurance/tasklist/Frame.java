package org.tradeassurance.tasklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Account;
import org.tradeassurance.process.EngineClock;
import org.tradeassurance.web.Languages;
import org.tradeassurance.web.PageTemplates;

/** What stands around each page of our own: the bar with the ways between pages, the search, the login. A page holds no data: its script reads it. */
@Component
class Frame {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private static final List<Place> PLACES = List.of(
            new Place("overview", "/overview", true),
            new Place("orders", "/orders", false),
            new Place("tasks", "/tasks", true),
            new Place("tasklist", "/camunda/app/tasklist/default/", true));

    private static final String TOKEN = "CAMUNDA_CSRF_TOKEN";

    private final PageTemplates templates;
    private final EngineClock clock;

    Frame(PageTemplates templates, EngineClock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    /** A way in the bar; {@code staff} if only staff may go it. */
    private record Place(String name, String path, boolean staff) {}

    /** The page of this template, with the application's clock, the viewer and what else it names. */
    ResponseEntity<String> around(
            String template, String page, HttpServletRequest request, CsrfToken csrf, Map<String, ?> facts) {
        Account account = Account.current();
        Map<String, Object> all = new HashMap<>(facts);
        all.put("page", page);
        all.put("places", places(page, account.role() == Account.Role.STAFF));
        all.put("now", clock.instant());
        all.put("running", clock.isRunning());
        all.put("viewer", account.role());
        all.put("account", account.name());
        all.put("csrf", csrf);
        all.put("token", token(request));
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(templates.fill(template, Languages.of(request), all));
    }

    /** What the engine's doors ask of a change, once its filter has put it into the session; no other site can read a page of ours. */
    private static String token(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(TOKEN) instanceof String token ? token : "";
    }

    private static List<Map<String, Object>> places(String page, boolean staff) {
        return PLACES.stream()
                .filter(place -> staff || !place.staff())
                .map(place -> Map.<String, Object>of(
                        "name", place.name(),
                        "path", place.path(),
                        "here", place.name().equals(page)))
                .toList();
    }
}
