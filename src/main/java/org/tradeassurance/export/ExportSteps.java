package org.tradeassurance.export;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Effect;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.ExportCheck;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.DateLimits;
import org.tradeassurance.process.OrderTask;
import org.tradeassurance.process.Signal;
import org.tradeassurance.process.Steps;
import org.tradeassurance.process.TradeOrderModel;

/** What the models do about export without calling the export service. */
@Configuration(proxyBeanMethods = false)
class ExportSteps {

    static final int LONGEST_EVIDENCE = 500;

    private final Steps steps;
    private final ExportModes modes;
    private final ExportOrders exportOrders;

    ExportSteps(Steps steps, ExportModes modes, ExportOrders exportOrders) {
        this.steps = steps;
        this.modes = modes;
        this.exportOrders = exportOrders;
    }

    /** An export order is stored as it is now. */
    record Changed(ExportOrder exportOrder) implements Effect {}

    /** An export order of the service is linked to the order, or brought up to date. */
    record Link(Order order, String exportOrderNo, ExportService.Route route) implements Effect {}

    /** The order gets an export order under which the supplier exports itself. */
    record LinkOwn(Order order) implements Effect {}

    record Unlink(Order order, ExportOrder exportOrder) implements Effect {}

    /** A proposal that brings products of which the export service knows nothing waits for its answer (AMB-14, EXP-01). */
    @Bean
    OrderTask compareProductsDelegate(Orders orders) {
        return steps.task((order, given) -> compare(
                order,
                !modes.newToService(order, orders.proposal(order).contract()).isEmpty()));
    }

    @Bean
    OrderTask recordExportSettlementDelegate() {
        return steps.task((order, given) -> settle(order, given.text("reason")));
    }

    @Bean
    OrderTask recordOwnClearanceDelegate(DateLimits dates) {
        return steps.task((order, given) -> {
            LocalDate clearedOn = date(given.text("clearedOn"));
            dates.require(order.no(), DateLimits.Kind.OWN_CLEARANCE, "clearedOn", clearedOn);
            String evidence = evidence(given.text("evidence"));
            ExportOrder own = exportOrders
                    .lockOwn(order.no())
                    .orElseThrow(() -> new Refusal(Problem.NO_EXPORT_ORDER, order.no()));
            return clear(order, own, clearedOn, evidence);
        });
    }

    @Bean
    OrderTask routeExportDelegate() {
        return steps.task((order, given) -> route(order, modes.of(order), exportOrders.lockLinked(order.no())));
    }

    /** The export desk has found a way although the export service refused (AMB-09). */
    static Outcome settle(Order order, @Nullable String reason) {
        return Outcome.of(order.with(order.shipment().checked(ExportCheck.ALLOWED)))
                .told(Fact.EXPORT_SETTLED, reason);
    }

    /** The supplier has shown when the goods that it exports itself were cleared (AMB-09, SHP-02). */
    static Outcome clear(Order order, ExportOrder own, LocalDate on, String evidence) {
        return Outcome.of(order)
                .told(Fact.GOODS_CLEARED, own.exportOrderNo() + " " + on + ", " + evidence)
                .then(new Changed(own.cleared(on, evidence)));
    }

    static Outcome compare(Order order, boolean newProducts) {
        return Outcome.of(newProducts ? order.with(order.shipment().checked(ExportCheck.PENDING)) : order)
                .answer("newProducts", newProducts);
    }

    /** A modified contract moves goods between the export service and the supplier's own export (AMB-09, AMB-14). */
    static Outcome route(Order order, ExportModes.Modes by, List<ExportOrder> linked) {
        boolean byService = !by.service().isEmpty();
        boolean missing = byService
                && !order.shipment().exportOrderPending()
                && !linked.isEmpty()
                && linked.stream().allMatch(ExportOrder::selfExport);
        Outcome routed = Outcome.of(missing ? order.with(order.shipment().exportOrderPending(true)) : order);
        if (by.supplierExports() && linked.stream().noneMatch(ExportOrder::selfExport)) {
            routed = routed.then(new LinkOwn(order));
        }
        for (ExportOrder one : linked) {
            boolean needed = one.selfExport() ? by.supplierExports() : byService;
            routed = one.isCleared() || needed ? routed : routed.then(new Unlink(order, one));
        }
        String told = by.supplierExports()
                ? TradeOrderModel.MESSAGE_SELF_EXPORT_AGREED
                : TradeOrderModel.MESSAGE_SELF_EXPORT_DROPPED;
        return routed.then(new Signal(order.no(), told)).answer("exportOrderMissing", missing);
    }

    static LocalDate date(@Nullable String text) {
        try {
            return BusinessTime.date(String.valueOf(text));
        } catch (DateTimeException e) {
            throw (Refusal) Refusal.invalidField("clearedOn", "field.required").initCause(e);
        }
    }

    static String evidence(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalidField("evidence", "field.required");
        }
        String evidence = text.strip();
        if (evidence.length() > LONGEST_EVIDENCE) {
            throw Refusal.invalidField("evidence", "field.too-long", LONGEST_EVIDENCE);
        }
        return evidence;
    }
}
