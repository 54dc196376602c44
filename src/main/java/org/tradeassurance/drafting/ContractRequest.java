package org.tradeassurance.drafting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.drafting.OrderRequest.AcknowledgedBody;
import org.tradeassurance.drafting.OrderRequest.BuyerBody;
import org.tradeassurance.drafting.OrderRequest.ContentBody;
import org.tradeassurance.drafting.OrderRequest.LineBody;
import org.tradeassurance.drafting.OrderRequest.PaymentBody;
import org.tradeassurance.drafting.OrderRequest.ShippingBody;

/** The body that revises a contract, complete; the parties may be repeated, not changed. */
record ContractRequest(
        @Nullable String party,
        @Nullable String origin,
        @Nullable String supplierId,
        @Nullable BuyerBody buyer,
        @Nullable List<@Nullable LineBody> lines,
        @Nullable ShippingBody shipping,
        @Nullable PaymentBody payment,
        @Nullable String coverage,
        @Nullable Boolean qualityInspection,
        @Nullable JsonNode contacts,
        @Nullable String remark,
        @Nullable AcknowledgedBody acknowledged) {

    ContentBody content() {
        return new ContentBody(lines, shipping, payment, coverage, qualityInspection, contacts, remark);
    }
}
