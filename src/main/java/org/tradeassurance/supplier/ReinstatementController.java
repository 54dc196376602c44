package org.tradeassurance.supplier;

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

    ReinstatementController(Standings standings) {
        this.standings = standings;
    }

    record ReinstatementBody(@Nullable String reason) {}

    record Reinstated(String supplierId, Standings.Standing standing) {}

    @PostMapping
    Reinstated reinstate(@PathVariable String supplierId, @RequestBody ReinstatementBody body) {
        standings.reinstate(supplierId, Reason.of(body.reason()));
        return new Reinstated(supplierId, Standings.Standing.ACTIVE);
    }
}
