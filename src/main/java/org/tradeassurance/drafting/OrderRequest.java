package org.tradeassurance.drafting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body that opens an order, as it arrives: every field may be missing, every amount is text. */
record OrderRequest(
        @Nullable String origin,
        @Nullable Boolean submit,
        @Nullable String party,
        @Nullable String supplierId,
        @Nullable BuyerBody buyer,
        @Nullable List<@Nullable LineBody> lines,
        @Nullable ShippingBody shipping,
        @Nullable PaymentBody payment,
        @Nullable String coverage,
        @Nullable Boolean qualityInspection,
        @Nullable JsonNode contacts,
        @Nullable String remark,
        @Nullable AcknowledgedBody acknowledged,
        @Nullable String templateId) {

    ContentBody content() {
        return new ContentBody(lines, shipping, payment, coverage, qualityInspection, contacts, remark);
    }

    record BuyerBody(
            @Nullable String email,
            @Nullable String country,
            @Nullable String accountType,
            @Nullable String name) {}

    record LineBody(
            @Nullable String productId,
            @Nullable String product,
            @Nullable String category,
            @Nullable String quantity,
            @Nullable String unit,
            @Nullable String unitPrice) {}

    record ShippingBody(
            @Nullable String transport,
            @Nullable String tradeTerm,
            @Nullable String destination,
            @Nullable String freight,
            @Nullable String insurance,
            @Nullable ShipByBody shipBy,
            @Nullable Boolean platformLogistics) {}

    record ShipByBody(@Nullable String date, @Nullable Integer daysAfterDeposit) {}

    record PaymentBody(
            @Nullable List<@Nullable String> methods,
            @Nullable String deposit,
            @Nullable String adjustment) {}

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
