package org.tradeassurance.drafting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
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

    /** The contract of an order that starts from here: what its body leaves out, module by module, is as in the template. */
    Contract startedBy(OrderRequest request, Contract given) {
        Contract kept = Objects.requireNonNull(content);
        return new Contract(
                request.lines() == null ? kept.lines() : given.lines(),
                request.shipping() == null ? kept.shipping() : given.shipping(),
                request.payment() == null ? kept.payment() : given.payment(),
                request.coverage() == null ? kept.coverage() : given.coverage(),
                request.qualityInspection() == null ? kept.qualityInspection() : given.qualityInspection(),
                request.contacts() == null ? kept.contacts() : given.contacts(),
                request.remark() == null ? kept.remark() : given.remark());
    }

    OrderTemplate with(Contract contract) {
        return new OrderTemplate(templateId, name, orderNo, contractVersion, supplierId, createdAt, contract);
    }
}
