package org.tradeassurance.tasklist;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.process.EngineClock;
import org.tradeassurance.process.StaffView;
import org.tradeassurance.web.Languages;

/** The page that an order's link leads to. It holds nothing of the order: its script reads what the login may see. */
@Hidden
@RestController
class OrderPageController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final StaffView view;
    private final MessageSource messages;
    private final EngineClock clock;
    private final String page = page();

    OrderPageController(StaffView view, MessageSource messages, EngineClock clock) {
        this.view = view;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/orders/{orderNo:\\d{14}}")
    ResponseEntity<String> order(@PathVariable OrderNo orderNo, HttpServletRequest request, CsrfToken csrf) {
        Locale language = Languages.of(request);
        Account account = Account.current();
        String body = page.replace("{orderNo}", orderNo.value())
                .replace("{language}", language.equals(Locale.CHINESE) ? "zh-CN" : "en")
                .replace("{title}", text("order-page.title", language))
                .replace("{product}", text("login.product", language))
                .replace("{logout}", text("order-page.logout", language))
                .replace("{now}", clock.instant().toString())
                .replace("{running}", Boolean.toString(clock.isRunning()))
                .replace("{viewer}", account.role().name())
                .replace(
                        "{cockpit}",
                        HtmlUtils.htmlEscape(view.cockpitPageOf(orderNo).orElse("")))
                .replace("{csrf-name}", HtmlUtils.htmlEscape(csrf.getParameterName()))
                .replace("{csrf}", HtmlUtils.htmlEscape(csrf.getToken()))
                .replace("{account}", HtmlUtils.htmlEscape(account.name()));
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    private String text(String key, Locale language) {
        return HtmlUtils.htmlEscape(messages.getMessage(key, null, language));
    }

    private static String page() {
        try (InputStream in = new ClassPathResource("pages/order.html").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
