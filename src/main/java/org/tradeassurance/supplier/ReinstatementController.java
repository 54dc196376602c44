package org.tradeassurance.supplier;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Reason;

/** Operations end a suspension (AMB-20). */
@RestController
@RequestMapping("/api/v1/suppliers/{supplierId}/reinstatement")
class ReinstatementController {

    private final Standings standings;
    private final Suppliers suppliers;

    ReinstatementController(Standings standings, Suppliers suppliers) {
        this.standings = standings;
        this.suppliers = suppliers;
    }

    record ReinstatementBody(
            @Schema(requiredMode = REQUIRED, maxLength = Reason.LONGEST) @Nullable
            String reason) {}

    @PostMapping
    SupplierView reinstate(@PathVariable String supplierId, @RequestBody ReinstatementBody body) {
        standings.reinstate(supplierId, Reason.of(body.reason()));
        return suppliers.view(supplierId);
    }
}
