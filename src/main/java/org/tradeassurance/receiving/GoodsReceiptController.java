package org.tradeassurance.receiving;

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

/** The buyer confirms receipt (TR-19). */
@RestController
class GoodsReceiptController {

    private final Acts acts;

    GoodsReceiptController(Acts acts) {
        this.acts = acts;
    }

    @PostMapping("/api/v1/orders/{no}/goods-receipt")
    OrderView confirm(@PathVariable OrderNo no, @RequestBody(required = false) @Nullable PartyBody body) {
        return acts.complete(no, Action.GOODS_RECEIPT, PartyBody.partyOf(body), Map::of);
    }
}
