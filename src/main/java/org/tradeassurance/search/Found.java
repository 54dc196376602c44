package org.tradeassurance.search;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Words;

/** What was found, the best first: whole values before beginnings before parts, then the newest; of tasks the first due. */
record Found(
        List<FoundOrder> orders,
        List<FoundSupplier> suppliers,
        List<FoundRemittance> remittances,
        List<FoundTask> tasks) {

    /**
     * An order.
     *
     * @param buyer by name, or else by e-mail
     * @param matched what it was found by
     */
    record FoundOrder(
            OrderNo orderNo,
            OrderStatus status,
            String buyer,
            String supplier,
            Money total,

            @Schema(
                    allowableValues = {
                        "orderNo",
                        "externalReference",
                        "buyer",
                        "email",
                        "supplier",
                        "product",
                        "exportOrder",
                        "bankReference",
                        "remittance",
                        "statedOrder",
                        "refund",
                        "complaint",
                        "field"
                    })
            String matched) {}

    record FoundSupplier(String supplierId, String name) {}

    /** Money, in its own currency. */
    record FoundRemittance(
            String remittanceId,
            String bankReference,
            String amount,
            String state,
            @Nullable OrderNo orderNo) {}

    /** An open task and the desk whose work it is. */
    record FoundTask(
            String taskId,
            Words name,
            @Nullable OrderNo orderNo,
            @Nullable String desk,
            @Nullable String assignee,
            @Nullable Instant dueAt) {}
}
