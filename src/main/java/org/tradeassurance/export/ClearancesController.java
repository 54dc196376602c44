package org.tradeassurance.export;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.DateLimits;

/** Where the export service tells that goods have passed customs. */
@RestController
@RequestMapping("/api/v1/customs-clearances")
class ClearancesController {

    private static final int LONGEST_REFERENCE = 100;

    private final Clearances clearances;
    private final DateLimits dates;

    ClearancesController(Clearances clearances, DateLimits dates) {
        this.clearances = clearances;
        this.dates = dates;
    }

    record Notice(
            @Schema(requiredMode = REQUIRED, pattern = ExportOrder.NUMBER_FORMAT) @Nullable
            String exportOrderNo,

            @Schema(requiredMode = REQUIRED) @Nullable LocalDate clearedOn,

            @Schema(requiredMode = REQUIRED, maxLength = LONGEST_REFERENCE) @Nullable
            String reference) {}

    /** {@code APPLIED} to an order, or in {@code SUSPENSE} until the export desk finds what it belongs to. */
    enum State {
        APPLIED,
        SUSPENSE
    }

    record Receipt(
            String exportOrderNo,
            LocalDate clearedOn,
            String reference,
            @Nullable OrderNo orderNo,
            State state) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt notify(@RequestBody Notice notice) {
        Clearance told = clearance(notice);
        OrderNo orderNo = clearances.take(told);
        return new Receipt(
                told.exportOrderNo(),
                told.clearedOn(),
                told.reference(),
                orderNo,
                orderNo == null ? State.SUSPENSE : State.APPLIED);
    }

    private Clearance clearance(Notice notice) {
        String number = given("exportOrderNo", notice.exportOrderNo());
        if (!ExportOrder.isNumber(number)) {
            throw Refusal.invalidField("exportOrderNo", "field.export-order-no");
        }
        String reference = given("reference", notice.reference());
        if (reference.length() > LONGEST_REFERENCE) {
            throw Refusal.invalidField("reference", "field.too-long", LONGEST_REFERENCE);
        }
        LocalDate clearedOn = given("clearedOn", notice.clearedOn());
        dates.require(null, DateLimits.Kind.CLEARANCE, "clearedOn", clearedOn);
        return new Clearance(reference, number, clearedOn);
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw Refusal.invalidField(field, "field.required");
        }
        return value;
    }
}
