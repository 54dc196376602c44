package org.tradeassurance.order;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Order.ExportCheck;

/** Agreed and actual ship date in Asia/Shanghai (SHP-02, SHP-05), and the two remote checks of the export service. */
public record Shipment(
        @Nullable LocalDate agreedShipDate,
        @Nullable LocalDate actualShipDate,
        @Nullable Boolean onTime,
        @Nullable Instant declaredAt,
        ExportCheck exportCheck,
        boolean exportOrderPending) {

    public Shipment agreed(@Nullable LocalDate date) {
        return new Shipment(date, actualShipDate, onTime, declaredAt, exportCheck, exportOrderPending);
    }

    /** Goods left on the day the last export order was cleared; on time up to and including the agreed date (SHP-05). */
    public Shipment shipped(LocalDate date, boolean onTime) {
        return new Shipment(agreedShipDate, date, onTime, declaredAt, exportCheck, exportOrderPending);
    }

    public Shipment declared(Instant at) {
        return new Shipment(agreedShipDate, actualShipDate, onTime, at, exportCheck, exportOrderPending);
    }

    /** The supplier has dispatched the goods and the export order is made: with the last clearance they have left (AMB-27). */
    public boolean awaitsClearance() {
        return declaredAt != null && !exportOrderPending;
    }

    public Shipment checked(ExportCheck verdict) {
        return new Shipment(agreedShipDate, actualShipDate, onTime, declaredAt, verdict, exportOrderPending);
    }

    /** Whether the export service has yet to answer for products of the contract or of a proposal, or has refused them. */
    public boolean exportServicePending() {
        return exportCheck == ExportCheck.PENDING || exportCheck == ExportCheck.REFUSED;
    }

    public Shipment exportOrderPending(boolean pending) {
        return new Shipment(agreedShipDate, actualShipDate, onTime, declaredAt, exportCheck, pending);
    }
}
