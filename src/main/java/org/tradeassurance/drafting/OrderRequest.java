package org.tradeassurance.drafting;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.ExternalReference;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Origin;
import org.tradeassurance.order.Party;

/** The body that opens an order, as it arrives: every field may be missing, every amount is text. */
record OrderRequest(
        @Schema(requiredMode = REQUIRED, implementation = Origin.class) @Nullable
        String origin,

        @Nullable Boolean submit,
        @Schema(implementation = Party.class) @Nullable String party,
        @Nullable String supplierId,
        @Schema(requiredMode = REQUIRED) @Nullable BuyerBody buyer,

        @ArraySchema(maxItems = ContractReader.MOST_LINES) @Nullable
        List<@Nullable LineBody> lines,

        @Nullable ShippingBody shipping,
        @Nullable PaymentBody payment,

        @Schema(implementation = Contract.CoverageMode.class) @Nullable
        String coverage,

        @Nullable Boolean qualityInspection,
        @Nullable JsonNode contacts,
        @Nullable String remark,
        @Nullable AcknowledgedBody acknowledged,
        @Nullable String templateId,

        @Schema(minLength = 1, maxLength = ExternalReference.LONGEST) @Nullable
        String externalReference) {

    ContentBody content() {
        return new ContentBody(lines, shipping, payment, coverage, qualityInspection, contacts, remark);
    }

    record BuyerBody(
            @Schema(requiredMode = REQUIRED, maxLength = Fields.EMAIL_LENGTH, example = "acme@example.com") @Nullable
            String email,

            @Schema(pattern = Drafts.COUNTRY_FORMAT) @Nullable
            String country,

            @Schema(implementation = Order.AccountType.class) @Nullable
            String accountType,

            @Schema(maxLength = Drafts.NAME_LENGTH) @Nullable
            String name) {}

    record LineBody(
            @Schema(maxLength = ContractReader.SHORT_TEXT) @Nullable
            String productId,

            @Schema(maxLength = ContractReader.LONG_TEXT) @Nullable
            String product,

            @Schema(maxLength = ContractReader.SHORT_TEXT) @Nullable
            String category,

            @Schema(pattern = Fields.AMOUNT_FORMAT) @Nullable
            String quantity,

            @Schema(maxLength = ContractReader.SHORT_TEXT) @Nullable
            String unit,

            @Schema(pattern = Fields.AMOUNT_FORMAT) @Nullable
            String unitPrice) {}

    record ShippingBody(
            @Schema(description = "A code that GET /transports offers", example = "SEA") @Nullable
            String transport,

            @Schema(implementation = Contract.Incoterm.class) @Nullable
            String tradeTerm,

            @Schema(maxLength = ContractReader.SHORT_TEXT) @Nullable
            String destination,

            @Schema(pattern = Fields.AMOUNT_FORMAT) @Nullable
            String freight,

            @Schema(pattern = Fields.AMOUNT_FORMAT) @Nullable
            String insurance,

            @Nullable ShipByBody shipBy,
            @Nullable Boolean platformLogistics) {}

    record ShipByBody(
            @Schema(implementation = LocalDate.class) @Nullable
            String date,

            @Schema(minimum = "1", maximum = "" + ContractReader.MOST_DAYS) @Nullable
            Integer daysAfterDeposit) {}

    record PaymentBody(
            @ArraySchema(schema = @Schema(implementation = Contract.PaymentMethod.class)) @Nullable
            List<@Nullable String> methods,

            @Schema(pattern = Fields.AMOUNT_FORMAT) @Nullable
            String deposit,

            @Schema(pattern = Fields.AMOUNT_FORMAT) @Nullable
            String adjustment) {}

    record AcknowledgedBody(
            @Nullable Boolean serviceAgreement, @Nullable Boolean exportService) {}

    /** The part of a body that becomes a version of the contract. */
    record ContentBody(
            @Nullable List<@Nullable LineBody> lines,
            @Nullable ShippingBody shipping,
            @Nullable PaymentBody payment,
            @Nullable String coverage,
            @Nullable Boolean qualityInspection,
            @Nullable JsonNode contacts,
            @Nullable String remark) {}
}
