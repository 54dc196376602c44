package org.tradeassurance.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;

/** What one version of a contract says. A draft or an inquiry may leave fields open; {@link Completeness} names them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contract(
        List<Line> lines,
        Shipping shipping,
        Payment payment,
        @Nullable CoverageMode coverage,
        @Nullable Boolean qualityInspection,
        @Nullable JsonNode contacts,
        String remark) {

    /** A product line; the line amount is quantity x unit price, rounded half up to cents. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            @Nullable String productId,
            @Nullable String product,
            @Nullable String category,
            @Nullable String quantity,
            @Nullable String unit,
            @Nullable Money unitPrice) {

        @JsonIgnore
        public Money amount() {
            return unitPrice == null || quantity == null ? Money.ZERO : unitPrice.times(new BigDecimal(quantity));
        }
    }

    /**
     * Shipping terms (DRF-04 to DRF-06).
     *
     * @param transport a word of the table that says which transports there are
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shipping(
            @Nullable String transport,
            @Nullable Incoterm tradeTerm,
            @Nullable String destination,
            Money freight,
            Money insurance,
            @Nullable ShipBy shipBy,
            @Nullable Boolean platformLogistics) {}

    /** Either a loading date or a number of days after the full deposit (DRF-05); exactly one is set. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ShipBy(@Nullable LocalDate date, @Nullable Integer daysAfterDeposit) {}

    /** Payment terms (DRF-07). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Payment(
            Set<PaymentMethod> methods, @Nullable Money deposit, Money adjustment) {}

    /** Trade terms of Incoterms 2000 to 2020. */
    public enum Incoterm {
        EXW,
        FCA,
        FAS,
        FOB,
        CFR,
        CIF,
        CPT,
        CIP,
        DAF,
        DES,
        DEQ,
        DDU,
        DAT,
        DAP,
        DPU,
        DDP
    }

    /** Ways to pay (PAY-20 to PAY-22). */
    public enum PaymentMethod {
        TT,
        CREDIT_CARD,
        E_CHECKING
    }

    /** What the platform covers (COV-01). */
    public enum CoverageMode {
        PRE_SHIPMENT,
        POST_DELIVERY,
        NONE
    }

    /** The amounts of AMT-01 to AMT-03, always computed here (AMT-05). */
    @JsonIgnore
    public Amounts amounts() {
        Money products = lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
        Money deposit = payment.deposit() == null ? Money.ZERO : payment.deposit();
        return new Amounts(products, shipping.freight(), shipping.insurance(), payment.adjustment(), deposit);
    }
}
