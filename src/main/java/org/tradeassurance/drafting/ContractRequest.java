package org.tradeassurance.drafting;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.drafting.OrderRequest.AcknowledgedBody;
import org.tradeassurance.drafting.OrderRequest.BuyerBody;
import org.tradeassurance.drafting.OrderRequest.ContentBody;
import org.tradeassurance.drafting.OrderRequest.LineBody;
import org.tradeassurance.drafting.OrderRequest.PaymentBody;
import org.tradeassurance.drafting.OrderRequest.ShippingBody;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Origin;
import org.tradeassurance.order.Party;

/** The body that revises a contract, complete; the parties may be repeated, not changed. */
record ContractRequest(
        @Schema(implementation = Party.class) @Nullable String party,
        @Schema(implementation = Origin.class) @Nullable String origin,
        @Nullable String supplierId,
        @Nullable BuyerBody buyer,

        @ArraySchema(maxItems = ContractReader.MOST_LINES) @Nullable
        List<@Nullable LineBody> lines,

        @Nullable ShippingBody shipping,
        @Nullable PaymentBody payment,

        @Schema(implementation = Contract.CoverageMode.class) @Nullable
        String coverage,

        @Nullable Boolean qualityInspection,
        @Nullable JsonNode contacts,
        @Nullable String remark,
        @Nullable AcknowledgedBody acknowledged) {

    ContentBody content() {
        return new ContentBody(lines, shipping, payment, coverage, qualityInspection, contacts, remark);
    }
}
