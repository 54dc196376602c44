package org.tradeassurance.tasklist;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.process.StaffView;

/** The page that an order's link leads to. It holds nothing of the order: its script reads what the login may see. */
@Hidden
@RestController
class OrderPageController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final StaffView view;
    private final MessageSource messages;
    private final Clock clock;
    private final String page = page();

    OrderPageController(StaffView view, MessageSource messages, Clock clock) {
        this.view = view;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/orders/{orderNo:\\d{14}}")
    ResponseEntity<String> order(@PathVariable OrderNo orderNo, Locale language) {
        String cockpit = view.cockpitPageOf(orderNo).orElse("");
        String body = page.replace("{orderNo}", orderNo.value())
                .replace("{now}", clock.instant().toString())
                .replace("{cockpit}", HtmlUtils.htmlEscape(cockpit))
                .replace("{product}", HtmlUtils.htmlEscape(messages.getMessage("login.product", null, language)));
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    private static String page() {
        try (InputStream in = new ClassPathResource("pages/order.html").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
