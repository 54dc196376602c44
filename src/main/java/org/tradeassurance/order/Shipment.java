package org.tradeassurance.order;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Order.ExportCheck;

/**
 * Agreed and actual ship date in Asia/Shanghai (SHP-02, SHP-05), and the two remote checks of the export service.
 *
 * @param shipByEndsAt when the agreed date is over, fixed with it (PRM-11); a dispute does not move it (AMB-15)
 */
public record Shipment(
        @Nullable LocalDate agreedShipDate,
        @Nullable Instant shipByEndsAt,
        @Nullable LocalDate actualShipDate,
        @Nullable Boolean onTime,
        @Nullable Instant declaredAt,
        ExportCheck exportCheck,
        boolean exportOrderPending) {

    /**
     * Goods are to leave by a date.
     *
     * @param lastDay days from the date to the last one that is on time (PRM-11)
     */
    public Shipment agreed(@Nullable LocalDate date, int lastDay) {
        Instant end = date == null ? null : BusinessTime.endOfDayAfter(date, lastDay);
        return new Shipment(date, end, actualShipDate, onTime, declaredAt, exportCheck, exportOrderPending);
    }

    /** Goods left on the day the last export order was cleared; on time if that day is over with the agreed one at the latest (SHP-05). */
    public Shipment shipped(LocalDate date) {
        boolean onTime =
                shipByEndsAt == null || !BusinessTime.endOfDayAfter(date, 0).isAfter(shipByEndsAt);
        return new Shipment(agreedShipDate, shipByEndsAt, date, onTime, declaredAt, exportCheck, exportOrderPending);
    }

    public Shipment declared(Instant at) {
        return new Shipment(agreedShipDate, shipByEndsAt, actualShipDate, onTime, at, exportCheck, exportOrderPending);
    }

    /** The supplier has dispatched the goods and the export order is made: with the last clearance they have left (AMB-27). */
    public boolean awaitsClearance() {
        return declaredAt != null && !exportOrderPending;
    }

    public Shipment checked(ExportCheck verdict) {
        return new Shipment(
                agreedShipDate, shipByEndsAt, actualShipDate, onTime, declaredAt, verdict, exportOrderPending);
    }

    /** Whether the export service has yet to answer for products of the contract or of a proposal, or has refused them. */
    public boolean exportServicePending() {
        return exportCheck == ExportCheck.PENDING || exportCheck == ExportCheck.REFUSED;
    }

    public Shipment exportOrderPending(boolean pending) {
        return new Shipment(agreedShipDate, shipByEndsAt, actualShipDate, onTime, declaredAt, exportCheck, pending);
    }
}
