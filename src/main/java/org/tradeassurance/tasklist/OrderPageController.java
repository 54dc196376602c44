package org.tradeassurance.tasklist;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.process.EngineClock;
import org.tradeassurance.process.StaffView;
import org.tradeassurance.web.Languages;
import org.tradeassurance.web.PageTemplates;

/** The page that an order's link leads to. It holds nothing of the order: its script reads what the login may see. */
@Hidden
@RestController
class OrderPageController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final StaffView view;
    private final PageTemplates templates;
    private final EngineClock clock;

    OrderPageController(StaffView view, PageTemplates templates, EngineClock clock) {
        this.view = view;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/orders/{orderNo:\\d{14}}")
    ResponseEntity<String> order(@PathVariable OrderNo orderNo, HttpServletRequest request, CsrfToken csrf) {
        Account account = Account.current();
        Map<String, Object> facts = Map.of(
                "orderNo", orderNo.value(),
                "now", clock.instant(),
                "running", clock.isRunning(),
                "viewer", account.role(),
                "cockpit", view.cockpitPageOf(orderNo).orElse(""),
                "csrf", csrf,
                "account", account.name());
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(templates.fill("order", Languages.of(request), facts));
    }
}
