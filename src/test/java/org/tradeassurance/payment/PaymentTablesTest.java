package org.tradeassurance.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Leg;

/** The tables that judge money, with the inputs that the tally states. */
class PaymentTablesTest {

    private static final DmnEngine DMN =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final LocalDate DAY = LocalDate.parse("2015-11-27");

    @ParameterizedTest(name = "{0}: {2} on {1} -> {3}")
    @CsvSource(textBlock = """
            AC-TOL-1, 10000.00, 10000.00, ACCEPT
            AC-TOL-1, 10000.00,  9950.00, ACCEPT
            AC-TOL-1, 10000.00,  9900.00, ACCEPT
            AC-TOL-1, 10000.00,  9899.99, CONFIRM
            AC-TOL-1, 10000.00,  9500.00, CONFIRM
            AC-TOL-1, 10000.00,  9499.99, TOP_UP
            AC-TOL-2,  1000.00,   950.00, ACCEPT
            AC-TOL-2,  1000.00,   940.00, TOP_UP
            AC-TOL-3,  2000.00,  1900.00, ACCEPT
            AC-TOL-3,  2000.00,  1899.99, TOP_UP
            AC-TOL-4,     1.00,     0.95, ACCEPT
            AC-TOL-4,     1.00,     0.90, TOP_UP
            AC-TOL-5, 10000.00,  5000.00, TOP_UP
            AC-TOL-5, 10000.00,  9600.00, CONFIRM
            AC-TOL-6, 10000.00, 10020.00, ACCEPT
            nothing owed, 0.00,     0.00, ACCEPT
            unpaid,    2000.00,     0.00, TOP_UP
            """)
    void aShortfallIsJudgedUnrounded(String example, String expected, String received, String verdict)
            throws IOException {
        for (Leg leg : Leg.values()) {
            var money = new Shortfall(
                    leg, Money.of(expected).cents(), Money.of(received).cents());

            assertThat(evaluate("payment-shortfall", money.inputs(DAY)).<String>getSingleEntry())
                    .as(example)
                    .isEqualTo(verdict);
        }
    }

    @ParameterizedTest(name = "{0}: {1} -> {2} %, {3}, {4}")
    @CsvSource(textBlock = """
            AC-FEE-1, CREDIT_CARD, 2.8,  0.00, DEPOSIT
            AC-FEE-2, E_CHECKING,  0,   15.00, DEPOSIT
            AC-FEE-3, TT,          0,    0.00, DEPOSIT_AND_BALANCE
            """)
    void theFeeFollowsTheMethod(String example, String method, String rate, String fixed, String legs)
            throws IOException {
        Map<String, Object> row = evaluate("payment-fee", Map.of("method", method, "buyerCountry", "US", "onDate", DAY))
                .getEntryMap();

        assertThat(row)
                .as(example)
                .containsEntry("ratePercent", rate)
                .containsEntry("fixedFee", fixed)
                .containsEntry("legs", legs);
    }

    private static DmnDecisionRuleResult evaluate(String table, Map<String, Object> inputs) throws IOException {
        try (InputStream file = Files.newInputStream(Path.of("processes", table + ".dmn"))) {
            DmnDecisionTableResult result =
                    DMN.evaluateDecisionTable(DMN.parseDecision(table, file), new HashMap<>(inputs));
            return result.getSingleResult();
        }
    }
}
