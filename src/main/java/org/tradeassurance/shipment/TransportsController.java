package org.tradeassurance.shipment;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which transports a contract may name. */
@RestController
class TransportsController {

    /** All of them. */
    record Offered(List<Transports.Transport> items) {}

    private final Transports transports;

    TransportsController(Transports transports) {
        this.transports = transports;
    }

    @GetMapping("/api/v1/transports")
    Offered offered() {
        return new Offered(transports.today());
    }
}
