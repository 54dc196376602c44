package org.tradeassurance.overview;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OrderStatus;

/**
 * What stands where at an instant. Money is in US dollars; what is in another currency counts in counts only.
 *
 * @param phases each status once
 * @param due each kind with each bucket once
 * @param tasks each desk once
 * @param quota of suppliers that have or hold any, those with the least left of it first
 */
record Overview(
        Instant at,
        List<Phase> phases,
        List<Due> due,
        MoneyFigures money,
        List<DeskTasks> tasks,
        List<QuotaInUse> quota,
        OpenCases disputes,
        OpenCases complaints) {

    /**
     * The orders of a status, frozen ones included, and for how many days of 24 hours they have stood there by now; where orders stay for good,
     * no days are told.
     */
    record Phase(
            OrderStatus status,
            long orders,
            Money total,
            @Nullable BigDecimal medianDays,
            @Nullable BigDecimal p90Days) {}

    /** The orders that wait for something until an instant; of frozen ones nothing is due. */
    record Due(
            @Schema(allowableValues = {"PAYMENT", "SHIPMENT", "BALANCE", "RECEIPT"})
            String kind,

            @Schema(allowableValues = {"OVERDUE", "TODAY", "3_DAYS", "7_DAYS"})
            String bucket,

            long orders,
            Money total) {}

    /**
     * Money that no order counts, and what orders hold.
     *
     * @param unmatched what nobody has matched
     * @param pending what waits until its order can take it
     * @param refundDue what is to be paid back
     * @param held what was paid for orders that are neither completed nor closed
     */
    record MoneyFigures(List<Unmatched> unmatched, Money pending, Money refundDue, Money held) {}

    /** Unmatched money by the time since it was told. */
    record Unmatched(
            @Schema(allowableValues = {"1_DAY", "3_DAYS", "7_DAYS", "OLDER"})
            String bucket,

            long count,
            Money amount) {}

    /** The open tasks of a desk; one that several desks may take counts at each of them. */
    record DeskTasks(
            String desk,
            long open,
            long overdue,
            long unassigned,
            @Nullable Instant oldestAt) {}

    record QuotaInUse(String supplierId, Money limit, Money frozen) {}

    record OpenCases(long open, @Nullable Instant oldestAt) {}
}
