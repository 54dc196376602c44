package org.tradeassurance.export;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.eligibility.Eligibility;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderView.ExportOrderView;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.Acts;

/** Export orders of an order, as the supplier links, drafts and unlinks them (EXP-03). */
@RestController
@RequestMapping("/api/v1/orders/{no}/export-orders")
class ExportOrderLinksController {

    private static final int LONGEST_TEXT = 100;

    private final Orders orders;
    private final ExportService exportService;
    private final ExportOrders exportOrders;
    private final Eligibility eligibility;
    private final Acts acts;
    private final Clock clock;

    ExportOrderLinksController(
            Orders orders,
            ExportService exportService,
            ExportOrders exportOrders,
            Eligibility eligibility,
            Acts acts,
            Clock clock) {
        this.orders = orders;
        this.exportService = exportService;
        this.exportOrders = exportOrders;
        this.eligibility = eligibility;
        this.acts = acts;
        this.clock = clock;
    }

    /** What to link; without a number a new export order is drafted. */
    record Link(
            @Schema(pattern = ExportOrder.NUMBER_FORMAT) @Nullable
            String exportOrderNo,

            @Schema(maxLength = LONGEST_TEXT) @Nullable String port,
            @Schema(maxLength = LONGEST_TEXT) @Nullable String destination,
            @Nullable Party party) {

        private ExportService.Route route() {
            return new ExportService.Route(text("port", port), text("destination", destination));
        }

        private static @Nullable String text(String field, @Nullable String value) {
            if (value != null && value.length() > LONGEST_TEXT) {
                throw Refusal.invalidField(field, "field.too-long", LONGEST_TEXT);
            }
            return value == null || value.isBlank() ? null : value.strip();
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ExportOrderView link(
            @PathVariable OrderNo no, @RequestHeader("Idempotency-Key") String key, @RequestBody Link request) {
        Order seen = orders.getVisible(no);
        Party party = Action.EXPORT_ORDERS.actor(seen, request.party());
        Action.EXPORT_ORDERS.require(seen, party, clock.instant());
        eligibility.requireSupplierOfRunning(seen);
        String number = number(no, key, request);
        acts.carryOut(no, Action.EXPORT_ORDERS, party, () -> (order, supplier, now) -> {
            eligibility.requireSupplierOfRunning(order);
            return Outcome.of(order).then(new ExportSteps.Link(order, number, request.route()));
        });
        return exportOrders.lock(number).orElseThrow(Refusal::notFound).view();
    }

    /** A new one is drafted before the order is locked: the export service may take its time. */
    private String number(OrderNo no, String key, Link request) {
        String given = request.exportOrderNo();
        if (given == null) {
            return exportService.create(no + "/" + key, no, request.route());
        }
        if (!ExportOrder.isNumber(given)) {
            throw Refusal.invalidField("exportOrderNo", "field.export-order-no");
        }
        return given;
    }

    @DeleteMapping("/{exportOrderNo}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(@PathVariable OrderNo no, @PathVariable String exportOrderNo) {
        Order order = orders.lockVisible(no);
        Action.EXPORT_ORDERS.actor(order, null);
        ExportOrder linked = exportOrders
                .lock(exportOrderNo)
                .filter(found -> found.belongsTo(no))
                .orElseThrow(Refusal::notFound);
        if (linked.isCleared() && !order.progress().frozen()) {
            throw new Refusal(Problem.EXPORT_ORDER_CLEARED, no, exportOrderNo);
        }
        acts.carryOut(
                no,
                Action.EXPORT_ORDERS,
                null,
                () -> (locked, party, now) -> Outcome.of(locked).then(new ExportSteps.Unlink(locked, linked)));
    }
}
