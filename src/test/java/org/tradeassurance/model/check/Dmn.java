package org.tradeassurance.model.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.process.settings.TableCells;

/** Asks decision tables as the application does, without the process engine. */
public final class Dmn {

    private static final List<String> MATCHING = new ArrayList<>();

    private static final DmnEngine ENGINE = engine();

    private Dmn() {}

    /**
     * What a table says.
     *
     * @param rows the ids of the rows that match
     * @param outputs of the one row; empty if not exactly one matches
     */
    public record Answer(List<String> rows, Map<String, @Nullable Object> outputs) {}

    private static DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.feelEngineFactory(TableCells::new);
        configuration
                .getCustomPostDecisionTableEvaluationListeners()
                .add(event -> event.getMatchingRules().forEach(row -> MATCHING.add(row.getId())));
        return configuration.buildEngine();
    }

    public static DmnDecision read(String table, DmnModelInstance model) {
        return ENGINE.parseDecision(table, model);
    }

    /** Of a table whose hit policy collects, so that it may say that several rows match. */
    public static synchronized Answer ask(DmnDecision decision, Map<String, ? extends @Nullable Object> inputs) {
        MATCHING.clear();
        var results = ENGINE.evaluateDecisionTable(decision, new HashMap<>(inputs));
        Map<String, @Nullable Object> outputs = new HashMap<>();
        if (results.size() == 1) {
            outputs.putAll(results.get(0).getEntryMap());
        }
        return new Answer(List.copyOf(MATCHING), outputs);
    }
}
