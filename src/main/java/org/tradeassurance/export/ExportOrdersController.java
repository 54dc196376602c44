package org.tradeassurance.export;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.OrderView.ExportOrderView;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** How far an export order is, as the export service tells (EXP-04); only a customs clearance clears it. */
@RestController
@RequestMapping("/api/v1/export-orders")
class ExportOrdersController {

    private final ExportOrders exportOrders;

    ExportOrdersController(ExportOrders exportOrders) {
        this.exportOrders = exportOrders;
    }

    record Progress(@Schema(requiredMode = REQUIRED) ExportOrder.@Nullable Status status) {}

    @PutMapping("/{exportOrderNo}")
    ExportOrderView tell(@PathVariable String exportOrderNo, @RequestBody Progress progress) {
        ExportOrder.Status status = progress.status();
        if (status == null) {
            throw Refusal.invalidField("status", "field.required");
        }
        if (status == ExportOrder.Status.CLEARED) {
            throw Refusal.invalidField("status", "field.cleared-by-clearance");
        }
        ExportOrder found = exportOrders.lock(exportOrderNo).orElseThrow(Refusal::notFound);
        if (found.isCleared()) {
            throw new Refusal(Problem.EXPORT_ORDER_CLEARED, found.orderNo(), exportOrderNo);
        }
        ExportOrder told = found.at(status);
        exportOrders.update(told);
        return told.view();
    }
}
