package org.tradeassurance.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.tradeassurance.money.Money;

/** The amounts of an order in US dollars: total = products + freight + insurance - adjustment, balance = total - deposit (AMT-01, AMT-03). */
@JsonPropertyOrder({"products", "freight", "insurance", "adjustment", "total", "deposit", "balance"})
public record Amounts(Money products, Money freight, Money insurance, Money adjustment, Money deposit) {

    @JsonProperty
    public Money total() {
        return beforeAdjustment().minus(adjustment);
    }

    @JsonProperty
    public Money balance() {
        return total().minus(deposit);
    }

    /** AMT-02 to AMT-04: adjustment below what it reduces, total above zero, deposit above zero and at most the total. */
    public boolean addUp() {
        return total().isPositive() && deposit.isPositive() && !deposit.exceeds(total());
    }

    private Money beforeAdjustment() {
        return products.plus(freight).plus(insurance);
    }
}
