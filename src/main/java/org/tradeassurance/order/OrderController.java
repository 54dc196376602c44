package org.tradeassurance.order;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading orders: one, many, their history. */
@RestController
@RequestMapping("/api/v1/orders")
class OrderController {

    private static final String ORDER_NO = "\\d{14}";
    private static final String NUMBER = "\\d{1,18}";
    private static final String VERSION = "\\d{1,9}";
    private static final int LONGEST_SEARCH = 100;

    private final OrderViews views;
    private final OrderHistory history;
    private final OrderCounters counters;

    OrderController(OrderViews views, OrderHistory history, OrderCounters counters) {
        this.views = views;
        this.history = history;
        this.counters = counters;
    }

    /** The tag serves If-Match only: state and money change under it, so no question is answered with 304. */
    @GetMapping("/{orderNo}")
    OrderView one(@PathVariable OrderNo orderNo, HttpServletResponse response) {
        OrderView view = views.get(orderNo);
        response.setHeader(HttpHeaders.ETAG, "\"" + view.contractVersion() + "\"");
        return view;
    }

    @GetMapping
    Page<OrderView> list(
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable String supplierId,
            @RequestParam(required = false) @Nullable String buyerEmail,
            @RequestParam(required = false) @Nullable String transport,
            @Parameter(schema = @Schema(maxLength = LONGEST_SEARCH)) @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (q != null && q.length() > LONGEST_SEARCH) {
            throw Refusal.invalidField("q", "field.too-long", LONGEST_SEARCH);
        }
        String email = given(buyerEmail);
        OrderFilter filter = new OrderFilter(
                status,
                given(supplierId),
                email == null ? null : email.toLowerCase(Locale.ROOT),
                given(transport),
                given(q));
        return views.list(filter, PageRequest.of(limit, cursor, ORDER_NO));
    }

    @GetMapping("/counters")
    OrderCounters.Counters counters() {
        return counters.read();
    }

    @GetMapping("/{orderNo}/operations")
    Page<OrderHistory.Operation> operations(
            @PathVariable OrderNo orderNo,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return history.operations(orderNo, PageRequest.of(limit, cursor, NUMBER));
    }

    @GetMapping("/{orderNo}/contracts")
    Page<OrderHistory.Version> contracts(
            @PathVariable OrderNo orderNo,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return history.versions(orderNo, PageRequest.of(limit, cursor, VERSION));
    }

    @GetMapping("/{orderNo}/contracts/{version}")
    OrderHistory.Version contract(@PathVariable OrderNo orderNo, @PathVariable int version) {
        return history.version(orderNo, version);
    }

    private static @Nullable String given(@Nullable String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter.strip();
    }
}
