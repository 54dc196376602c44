package org.tradeassurance.shipment;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderView;
import org.tradeassurance.order.PartyBody;
import org.tradeassurance.process.Acts;

/** The supplier declares that all goods are dispatched (AMB-27). */
@RestController
class ShipmentDeclarationController {

    private final Acts acts;

    ShipmentDeclarationController(Acts acts) {
        this.acts = acts;
    }

    @PostMapping("/api/v1/orders/{no}/shipment-declaration")
    OrderView declare(@PathVariable OrderNo no, @RequestBody(required = false) @Nullable PartyBody body) {
        return acts.complete(no, Action.SHIPMENT_DECLARATION, PartyBody.partyOf(body), Map::of);
    }
}
