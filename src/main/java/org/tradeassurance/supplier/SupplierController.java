package org.tradeassurance.supplier;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Page;
import org.tradeassurance.order.PageRequest;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.quota.QuotaEntry;
import org.tradeassurance.quota.Quotas;

/** Suppliers, their quota ledger and their points. A supplier's account sees nobody but itself. */
@RestController
@RequestMapping("/api/v1/suppliers/{supplierId}")
class SupplierController {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST_TEXT = 200;

    private final Suppliers suppliers;
    private final Points points;
    private final Quotas quotas;

    SupplierController(Suppliers suppliers, Points points, Quotas quotas) {
        this.suppliers = suppliers;
        this.points = points;
        this.quotas = quotas;
    }

    record SupplierRequest(
            @Schema(requiredMode = REQUIRED, maxLength = LONGEST_TEXT) @Nullable
            String name,

            @Schema(requiredMode = REQUIRED) SupplierView.@Nullable Region region,
            @Schema(requiredMode = REQUIRED) @Nullable Money quotaLimit,
            @Schema(requiredMode = REQUIRED) @Nullable Boolean assuranceActive) {}

    record QuotationRequest(
            @Schema(requiredMode = REQUIRED, maxLength = LONGEST_TEXT) @Nullable
            String rfqNo) {}

    @PutMapping
    @ApiResponse(responseCode = "200", description = "Changed")
    @ApiResponse(responseCode = "201", description = "Registered")
    ResponseEntity<SupplierView> put(@PathVariable String supplierId, @RequestBody SupplierRequest request) {
        if (!ID.matcher(supplierId).matches()) {
            throw Refusal.invalidField("supplierId", "field.supplier-id");
        }
        Money limit = given("quotaLimit", request.quotaLimit());
        if (limit.isNegative()) {
            throw Refusal.invalidField("quotaLimit", "field.money");
        }
        Suppliers.Stored stored = suppliers.put(
                supplierId,
                new Suppliers.Registration(
                        text("name", request.name()),
                        given("region", request.region()),
                        limit,
                        given("assuranceActive", request.assuranceActive())));
        if (stored == Suppliers.Stored.BELOW_FROZEN) {
            Money frozen = suppliers.frozen(supplierId);
            throw new Refusal(Problem.QUOTA_BELOW_FROZEN, null, limit, frozen).with("frozen", frozen);
        }
        HttpStatus status = stored == Suppliers.Stored.CREATED ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(status).body(suppliers.view(supplierId));
    }

    @GetMapping
    SupplierView get(@PathVariable String supplierId) {
        return suppliers.view(supplierId);
    }

    @GetMapping("/quota-entries")
    Page<QuotaEntry> quotaEntries(
            @PathVariable String supplierId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor, "\\d{1,18}");
        suppliers.view(supplierId);
        return Page.of(quotas.entries(supplierId, page), page, entry -> Long.toString(entry.id()));
    }

    @PostMapping("/quotations")
    SupplierView completeQuotation(@PathVariable String supplierId, @RequestBody QuotationRequest request) {
        String rfqNo = text("rfqNo", request.rfqNo());
        suppliers.view(supplierId);
        points.awardQuotation(supplierId, rfqNo);
        return suppliers.view(supplierId);
    }

    private static String text(String field, @Nullable String value) {
        String text = given(field, value).strip();
        if (text.isEmpty()) {
            throw Refusal.invalidField(field, "field.required");
        }
        if (text.length() > LONGEST_TEXT) {
            throw Refusal.invalidField(field, "field.too-long", LONGEST_TEXT);
        }
        return text;
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw Refusal.invalidField(field, "field.required");
        }
        return value;
    }
}
