package org.tradeassurance.drafting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.OrderNo;

/**
 * A contract that a party keeps to start further orders from (NEG-08).
 *
 * @param content the contract, where one template is asked for; lists leave it out
 */
record OrderTemplate(
        String templateId,
        String name,
        OrderNo orderNo,
        int contractVersion,
        String supplierId,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Contract content) {

    OrderTemplate with(Contract contract) {
        return new OrderTemplate(templateId, name, orderNo, contractVersion, supplierId, createdAt, contract);
    }
}
