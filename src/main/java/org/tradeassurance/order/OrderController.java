package org.tradeassurance.order;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
    private static final int LONGEST_SEARCH = 100;

    private final OrderViews views;
    private final OrderHistory history;

    OrderController(OrderViews views, OrderHistory history) {
        this.views = views;
        this.history = history;
    }

    @GetMapping("/{orderNo}")
    ResponseEntity<OrderView> one(@PathVariable OrderNo orderNo) {
        OrderView view = views.get(orderNo);
        return ResponseEntity.ok().eTag("\"" + view.contractVersion() + "\"").body(view);
    }

    @GetMapping
    Page<OrderView> list(
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable String supplierId,
            @RequestParam(required = false) @Nullable String buyerEmail,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (q != null && q.length() > LONGEST_SEARCH) {
            throw Refusal.invalidField("q", "field.too-long", LONGEST_SEARCH);
        }
        String text = q == null || q.isBlank() ? null : q.strip();
        String email = buyerEmail == null ? null : buyerEmail.toLowerCase(java.util.Locale.ROOT);
        return views.list(new OrderFilter(status, supplierId, email, text), PageRequest.of(limit, cursor, ORDER_NO));
    }

    @GetMapping("/counters")
    OrderHistory.Counters counters() {
        return history.counters();
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
        return history.versions(orderNo, PageRequest.of(limit, cursor, NUMBER));
    }

    @GetMapping("/{orderNo}/contracts/{version}")
    OrderHistory.Version contract(@PathVariable OrderNo orderNo, @PathVariable int version) {
        return history.version(orderNo, version);
    }
}
