package org.tradeassurance.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;

/** What one version of a contract says. A draft or an inquiry may leave fields open; {@link Order#missingFields()} names them. */
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
        Money amount() {
            return unitPrice == null || quantity == null ? Money.ZERO : unitPrice.times(new BigDecimal(quantity));
        }
    }

    /** Shipping terms (DRF-04 to DRF-06). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shipping(
            @Nullable Transport transport,
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

    /** Transport modes. */
    public enum Transport {
        SEA,
        LAND,
        AIR,
        EXPRESS
    }

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

    /** How many fields must be filled before anyone can confirm. */
    int requiredFields() {
        return FIELDS_OF_A_LINE * Math.max(1, lines.size()) + FIELDS_OF_THE_TERMS;
    }

    private static final int FIELDS_OF_A_LINE = 4;
    private static final int FIELDS_OF_THE_TERMS = 7;

    /** The fields that must be filled before anyone can confirm, by their path in the REST contract. */
    @JsonIgnore
    public List<String> missingFields() {
        List<String> missing = new ArrayList<>();
        if (lines.isEmpty()) {
            missing.addAll(List.of("lines[0].product", "lines[0].quantity", "lines[0].unit", "lines[0].unitPrice"));
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            require(missing, line.product(), "lines[" + i + "].product");
            require(missing, line.quantity(), "lines[" + i + "].quantity");
            require(missing, line.unit(), "lines[" + i + "].unit");
            require(missing, line.unitPrice(), "lines[" + i + "].unitPrice");
        }
        require(missing, shipping.transport(), "shipping.transport");
        require(missing, shipping.tradeTerm(), "shipping.tradeTerm");
        require(missing, shipping.destination(), "shipping.destination");
        require(missing, shipping.shipBy(), "shipping.shipBy");
        require(missing, payment.methods().isEmpty() ? null : payment.methods(), "payment.methods");
        require(missing, payment.deposit(), "payment.deposit");
        require(missing, coverage, "coverage");
        return missing;
    }

    static void require(List<String> missing, @Nullable Object value, String field) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            missing.add(field);
        }
    }
}
