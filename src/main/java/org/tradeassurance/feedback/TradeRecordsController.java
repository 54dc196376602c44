package org.tradeassurance.feedback;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Page;
import org.tradeassurance.order.PageRequest;

/** What everyone may read, without a login (FBK-04, FBK-05). */
@RestController
class TradeRecordsController {

    private final TradeRecords records;

    TradeRecordsController(TradeRecords records) {
        this.records = records;
    }

    @GetMapping("/api/v1/public/trade-records")
    Page<TradeRecord> of(
            @RequestParam String productId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return records.of(productId, PageRequest.of(limit, cursor, "\\d{1,6}"));
    }
}
