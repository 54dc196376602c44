package org.tradeassurance.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** payment-shortfall and payment-fee, row by row. Amounts in US dollars. */
class PaymentTablesTest {

    @ParameterizedTest(name = "{0}: {1} expected, {2} received: {3}")
    @CsvSource({
        "AC-TOL-1, 10000.00, 10000.00, ACCEPT",
        "AC-TOL-1, 10000.00,  9950.00, ACCEPT",
        "AC-TOL-1, 10000.00,  9900.00, ACCEPT",
        "AC-TOL-1, 10000.00,  9899.99, CONFIRM",
        "AC-TOL-1, 10000.00,  9500.00, CONFIRM",
        "AC-TOL-1, 10000.00,  9499.99, TOP_UP",
        "AC-TOL-2,  1000.00,   950.00, ACCEPT",
        "AC-TOL-2,  1000.00,   940.00, TOP_UP",
        "AC-TOL-3,  2000.00,  1900.00, ACCEPT",
        "AC-TOL-3,  2000.00,  1899.99, TOP_UP",
        "AC-TOL-4,     1.00,     0.95, ACCEPT",
        "AC-TOL-4,     1.00,     0.90, TOP_UP",
        "AC-TOL-5, 10000.00,  5000.00, TOP_UP",
        "AC-TOL-5, 10000.00,  9600.00, CONFIRM",
        "AC-TOL-6, 10000.00, 10020.00, ACCEPT",
        "TOL-06,    2000.01,  1900.01, ACCEPT",
        "TOL-06,    2000.20,  1900.19, CONFIRM",
        "TOL-02,    1000.00,     0.00, TOP_UP",
        "TR-17,        0.00,     0.00, ACCEPT"
    })
    void aShortfallIsJudgedOnBothLegs(String id, BigDecimal expected, BigDecimal received, String verdict) {
        assertThat(shortfall("DEPOSIT", expected, received)).as(id).isEqualTo(verdict);
        assertThat(shortfall("BALANCE", expected, received))
                .as("%s, BAL-03", id)
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0} billion dollars")
    @ValueSource(longs = {1, 10})
    void theFivePercentAreExactForLargeAmounts(long billions) {
        BigDecimal expected = new BigDecimal(billions).scaleByPowerOfTen(9);
        BigDecimal limit = expected.multiply(new BigDecimal("0.95"));
        assertThat(shortfall("DEPOSIT", expected, limit)).isEqualTo("CONFIRM");
        assertThat(shortfall("DEPOSIT", expected, limit.subtract(new BigDecimal("0.01"))))
                .isEqualTo("TOP_UP");
    }

    @Test
    void withoutAnAbsoluteToleranceEveryShortfallIsConfirmed() { // AC-TOL-4 with PRM-03 = 0
        String table = ModelFiles.text(ModelFiles.PROCESSES.resolve("payment-shortfall.dmn"))
                .replace("&lt;= 10000<", "&lt;= 0<")
                .replace("&gt; 10000<", "&gt; 0<");
        assertThat(Tables.askText(table, "payment-shortfall", inputs("DEPOSIT", "1.00", "0.95")))
                .containsEntry("verdict", "CONFIRM");
    }

    @ParameterizedTest(name = "{0}: {1} for an order of {2} costs {3}")
    @CsvSource({
        "AC-FEE-1, CREDIT_CARD,     1.00,    0.03",
        "AC-FEE-1, CREDIT_CARD,    14.00,    0.39",
        "AC-FEE-1, CREDIT_CARD, 40000.00, 1120.00",
        "AC-FEE-2, E_CHECKING,     14.00,   15.00",
        "AC-FEE-2, E_CHECKING,  40000.00,   15.00",
        "AC-FEE-3, TT,          40000.00,    0.00"
    })
    void aPaymentCostsItsFee(String id, String method, BigDecimal total, BigDecimal fee) {
        Map<String, Object> row = Tables.ask("payment-fee", Map.of("method", method, "buyerCountry", "US"));
        BigDecimal rate = new BigDecimal((String) row.get("ratePercent"));
        BigDecimal fixed = new BigDecimal((String) row.get("fixedFee"));
        assertThat(total.multiply(rate).movePointLeft(2).add(fixed).setScale(2, RoundingMode.HALF_UP))
                .as(id)
                .isEqualTo(fee);
    }

    @ParameterizedTest(name = "{0}: {1} pays for {2}, a rate counts from the {3}")
    @CsvSource({
        "PAY-09,   TT,          DEPOSIT_AND_BALANCE, PAYMENT",
        "AC-FEE-4, CREDIT_CARD, DEPOSIT,             ORDER_TOTAL",
        "PAY-20,   E_CHECKING,  DEPOSIT,             PAYMENT"
    })
    void aMethodPaysForItsLegs(String id, String method, String legs, String base) {
        assertThat(Tables.ask("payment-fee", Map.of("method", method, "buyerCountry", "US")))
                .as(id)
                .containsEntry("legs", legs)
                .containsEntry("base", base)
                .containsEntry("offered", true);
    }

    @ParameterizedTest(name = "a buyer in {0} may pay by e-Checking: {1}")
    @CsvSource({"US, true", "GB, false", "us, false", "'', false"})
    @DisplayName("PAY-20, AMB-21: e-Checking is offered to US accounts only")
    void eCheckingIsForTheUnitedStates(String country, boolean offered) {
        assertThat(Tables.ask("payment-fee", Map.of("method", "E_CHECKING", "buyerCountry", country)))
                .containsEntry("offered", offered);
    }

    private static @Nullable Object shortfall(String leg, BigDecimal expected, BigDecimal received) {
        return Tables.ask("payment-shortfall", inputs(leg, expected.toPlainString(), received.toPlainString()))
                .get("verdict");
    }

    private static Map<String, Object> inputs(String leg, String expected, String received) {
        return Map.of(
                "leg", leg,
                "expectedCents", new BigDecimal(expected).movePointRight(2).longValueExact(),
                "receivedCents", new BigDecimal(received).movePointRight(2).longValueExact(),
                "onDate", LocalDate.of(2015, 12, 1));
    }
}
