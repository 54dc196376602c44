package org.tradeassurance.export;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderView.ExportOrderView;

/**
 * An export order (EXP-04). It belongs to at most one order (EXP-05); cleared once it has a clearance date.
 *
 * @param clearedOn date in Asia/Shanghai
 * @param selfExport the supplier declares the goods itself (AMB-09)
 * @param evidence of the clearance of goods that the supplier exports itself
 */
record ExportOrder(
        String exportOrderNo,
        @Nullable OrderNo orderNo,
        Status status,
        @Nullable String port,
        @Nullable String destination,
        @Nullable LocalDate clearedOn,
        boolean selfExport,
        @Nullable String evidence) {

    static final String NUMBER_FORMAT = "^[A-Za-z0-9._-]{1,64}$";

    private static final Pattern NUMBER = Pattern.compile(NUMBER_FORMAT);

    /** How far the export service is: 待提交, 待补充信息, 受理中, 待报关, cleared. */
    enum Status {
        TO_SUBMIT,
        TO_SUPPLEMENT,
        IN_PROGRESS,
        TO_DECLARE,
        CLEARED
    }

    ExportOrder {
        if ((clearedOn != null) != (status == Status.CLEARED)) {
            throw new IllegalArgumentException("An export order is cleared if and only if it has a clearance date");
        }
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    static ExportOrder bySupplier(ExportOrder plain) {
        return new ExportOrder(
                plain.exportOrderNo,
                plain.orderNo,
                plain.status,
                plain.port,
                plain.destination,
                plain.clearedOn,
                true,
                plain.evidence);
    }

    boolean isCleared() {
        return status == Status.CLEARED;
    }

    boolean belongsTo(OrderNo no) {
        return no.equals(orderNo);
    }

    /** Links it; port and destination stay as they were where none is given. */
    ExportOrder linked(OrderNo no, ExportService.Route route) {
        return new ExportOrder(
                exportOrderNo,
                no,
                status,
                route.port() == null ? port : route.port(),
                route.destination() == null ? destination : route.destination(),
                clearedOn,
                selfExport,
                evidence);
    }

    ExportOrder unlinked() {
        return new ExportOrder(exportOrderNo, null, status, port, destination, clearedOn, selfExport, evidence);
    }

    /** What shows the clearance is kept where the supplier exports the goods itself. */
    ExportOrder cleared(LocalDate on, String shownBy) {
        return new ExportOrder(
                exportOrderNo, orderNo, Status.CLEARED, port, destination, on, selfExport, selfExport ? shownBy : null);
    }

    ExportOrder at(Status next) {
        return new ExportOrder(exportOrderNo, orderNo, next, port, destination, clearedOn, selfExport, evidence);
    }

    ExportOrderView view() {
        return new ExportOrderView(exportOrderNo, status.name(), port, destination, clearedOn, selfExport, evidence);
    }
}
