package org.tradeassurance.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of VIO, row by row, without an engine. */
class SanctionTablesTest {

    private final DmnEngine dmn =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "{3}: {1} upheld {0} on {2}")
    @CsvSource({
        "UNREASONABLE_REFUSAL, 1, 2016-04-01, NONE",
        "UNREASONABLE_REFUSAL, 2, 2016-04-01, TERMINATE",
        "UNREASONABLE_REFUSAL, 3, 2017-04-01, TERMINATE",
        "UNREASONABLE_REFUSAL, 2, 2016-03-31, NOT_COUNTED",
        "OFF_PATH_PAYMENT, 1, 2016-04-01, TERMINATE",
        "OFF_PATH_PAYMENT, 1, 2016-03-31, NOT_COUNTED",
        "CONTRACT_BREACH, 1, 2016-04-01, TERMINATE",
        "CONTRACT_BREACH, 1, 2016-03-31, NOT_COUNTED"
    })
    void theSanctionFollowsKindNumberAndDate(String kind, int upheldCount, String onDate, String sanction)
            throws IOException {
        assertThat(ask("supplier-sanction", Map.of("kind", kind, "upheldCount", upheldCount, "onDate", onDate))
                        .<String>getSingleEntry())
                .isEqualTo(sanction);
    }

    @ParameterizedTest(name = "PRM-15 on {0}: in force {1}, {2} days")
    @CsvSource({"2016-04-09, false, 180", "2016-04-10, true, 180"})
    void inactivityCountsFromTheTenthOfApril2016(LocalDate onDate, boolean inForce, int days) throws IOException {
        assertThat(ask("supplier-inactivity", Map.of("onDate", onDate)).getEntryMap())
                .containsEntry("inForce", inForce)
                .containsEntry("days", days);
    }

    private DmnDecisionRuleResult ask(String table, Map<String, Object> inputs) throws IOException {
        try (InputStream file = Files.newInputStream(Path.of("processes", table + ".dmn"))) {
            DmnDecision decision = dmn.parseDecision(table, file);
            return dmn.evaluateDecisionTable(decision, inputs).getSingleResult();
        }
    }
}
