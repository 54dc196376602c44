package org.tradeassurance.export;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderView;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.Acts;

/** Where the supplier shows that goods which it exports itself have passed customs (EXP-01, AMB-09). */
@RestController
class OwnClearanceController {

    private final Orders orders;
    private final ExportOrders exportOrders;
    private final Acts acts;

    OwnClearanceController(Orders orders, ExportOrders exportOrders, Acts acts) {
        this.orders = orders;
        this.exportOrders = exportOrders;
        this.acts = acts;
    }

    /** The date of the clearance and what shows it, such as the number of the customs declaration. */
    record Evidence(
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate clearedOn,

            @Schema(requiredMode = REQUIRED, maxLength = ExportSteps.LONGEST_EVIDENCE) @Nullable
            String evidence,

            @Nullable Party party) {}

    @PostMapping("/api/v1/orders/{no}/export-orders/{exportOrderNo}/clearance")
    OrderView show(@PathVariable OrderNo no, @PathVariable String exportOrderNo, @RequestBody Evidence shown) {
        Order order = orders.lockVisible(no);
        Party supplier = Action.EXPORT_ORDERS.actor(order, shown.party());
        boolean own = exportOrders
                .lockOwn(no)
                .filter(found -> found.exportOrderNo().equals(exportOrderNo))
                .isPresent();
        if (!own) {
            throw Refusal.notFound();
        }
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put(
                "clearedOn",
                shown.clearedOn() == null ? null : shown.clearedOn().toString());
        variables.put("evidence", shown.evidence());
        return acts.complete(order, supplier, Action.EXPORT_ORDERS, Action.EXPORT_ORDERS.task(), variables);
    }
}
