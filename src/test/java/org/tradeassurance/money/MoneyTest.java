package org.tradeassurance.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dollars and cents: what rounds, what is refused, and how an amount is read and written. */
@Tag("core")
class MoneyTest {

    @ParameterizedTest(name = "AMT-01: {0} x {1} = {2}")
    @CsvSource({
        "80.00, 500, 40000.00",
        "0.01, 0.5, 0.01",
        "0.01, 0.49, 0.00",
        "-0.01, 0.5, -0.01",
        "3.35, 0.1, 0.34",
        "0.00, 12, 0.00"
    })
    void aProductRoundsHalfUpToCents(String price, BigDecimal quantity, String product) {
        assertThat(Money.of(price).times(quantity)).isEqualTo(Money.of(product));
    }

    @ParameterizedTest(name = "PAY-21: {1} % of {0} = {2}")
    @CsvSource({"12000.00, 2.95, 354.00", "0.17, 2.95, 0.01", "0.16, 2.95, 0.00", "100.00, 0, 0.00"})
    void aRateRoundsHalfUpToCents(String amount, BigDecimal rate, String fee) {
        assertThat(Money.of(amount).percent(rate)).isEqualTo(Money.of(fee));
    }

    @ParameterizedTest(name = "{0} and {1}: sum {2}, difference {3}, smaller {4}, larger {5}, {0} exceeds {1}: {6}")
    @CsvSource({
        "0.10, 0.20, 0.30, -0.10, 0.10, 0.20, false",
        "0.20, 0.10, 0.30,  0.10, 0.10, 0.20, true",
        "0.10, 0.10, 0.20,  0.00, 0.10, 0.10, false",
        "0.01, 0.00, 0.01,  0.01, 0.00, 0.01, true"
    })
    void amountsAddAndCompareExactly(
            String one, String other, String sum, String difference, String min, String max, boolean exceeds) {
        Money a = Money.of(one);
        Money b = Money.of(other);
        assertThat(a.plus(b)).isEqualTo(Money.of(sum));
        assertThat(a.minus(b)).isEqualTo(Money.of(difference));
        assertThat(a.min(b)).isEqualTo(Money.of(min));
        assertThat(a.max(b)).isEqualTo(Money.of(max));
        assertThat(a.exceeds(b)).isEqualTo(exceeds);
        assertThat(a.compareTo(b)).isEqualTo(Integer.signum((int) (a.cents() - b.cents())));
    }

    @ParameterizedTest(name = "{0}: above zero {1}, zero {2}, below zero {3}, {4} cents")
    @CsvSource({
        "0.01, true, false, false, 1",
        "0.00, false, true, false, 0",
        "-0.01, false, false, true, -1",
        "14, true, false, false, 1400"
    })
    void anAmountLiesAboveAtOrBelowZero(String amount, boolean above, boolean zero, boolean below, long cents) {
        Money money = Money.of(amount);
        assertThat(money.isPositive()).isEqualTo(above);
        assertThat(money.isZero()).isEqualTo(zero);
        assertThat(money.isNegative()).isEqualTo(below);
        assertThat(money.cents()).isEqualTo(cents);
        assertThat(Money.ofCents(cents)).isEqualTo(money);
    }

    @Test
    @DisplayName("AMT-05: an amount that is no whole number of cents is no money")
    void fractionsOfACentAreRefused() {
        assertThatThrownBy(() -> Money.of("0.001")).isInstanceOf(ArithmeticException.class);
        assertThat(Money.of("0.010")).isEqualTo(Money.of("0.01"));
    }

    @ParameterizedTest(name = "{0} is an amount above zero")
    @ValueSource(strings = {"1", "0.1", "0.01", "12000.00", "123456789012345.99"})
    void anAmountMayBeWrittenSo(String text) {
        assertThat(Money.isPositive(text)).isTrue();
    }

    @ParameterizedTest(name = "\"{0}\" is no amount above zero")
    @ValueSource(strings = {"", "0", "0.00", "-1", "+1", "1,000", "1.", ".5", "0.001", "1e3", " 1", "1234567890123456"})
    void anAmountMayNotBeWrittenSo(String text) {
        assertThat(Money.isPositive(text)).isFalse();
    }

    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource(delimiter = '|', textBlock = """
            40000.00    | 40,000.00 USD
            0.5         | 0.50 USD
            1234567.89  | 1,234,567.89 USD
            -12.00      | -12.00 USD
            """)
    void peopleReadAnAmountInOneForm(String amount, String shown) {
        assertThat(Money.of(amount).shown()).isEqualTo(shown);
        assertThat(Money.shown(new BigDecimal(amount), "EUR")).isEqualTo(shown.replace("USD", "EUR"));
    }

    @Test
    @DisplayName("Other systems read an amount as text with two decimals, and write it so")
    void anAmountIsTextToOtherSystems() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        assertThat(json.writeValueAsString(Money.of("1000000"))).isEqualTo("\"1000000.00\"");
        assertThat(json.readValue("\"14.5\"", Money.class)).isEqualTo(Money.of("14.50"));
    }
}
