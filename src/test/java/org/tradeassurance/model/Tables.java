package org.tradeassurance.model;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.jspecify.annotations.Nullable;

/** Asks the decision tables, without the process engine. */
final class Tables {

    private static final List<String> MATCHING = new ArrayList<>();

    private static final DmnEngine DMN = engine();

    private Tables() {}

    private static DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration
                .getCustomPostDecisionTableEvaluationListeners()
                .add(event -> event.getMatchingRules().forEach(row -> MATCHING.add(row.getId())));
        return configuration.buildEngine();
    }

    /** The outputs of the one rule that matches. */
    static Map<String, Object> ask(String table, Map<String, ? extends @Nullable Object> inputs) {
        return askText(ModelFiles.text(ModelFiles.PROCESSES.resolve(table + ".dmn")), table, inputs);
    }

    /** As {@link #ask}, of a table that an analyst has changed. */
    static Map<String, Object> askText(String text, String table, Map<String, ? extends @Nullable Object> inputs) {
        Map<String, Object> variables = new HashMap<>(inputs);
        variables.putIfAbsent("onDate", "2016-05-06");
        DmnDecision decision = read(table, text);
        return DMN.evaluateDecisionTable(decision, variables).getSingleResult().getEntryMap();
    }

    /** The ids of all rows that match. */
    static Set<String> matching(DmnDecision decision, Map<String, Object> inputs) {
        MATCHING.clear();
        DMN.evaluateDecisionTable(decision, inputs);
        return Set.copyOf(MATCHING);
    }

    static DmnModelInstance model(Path file) {
        return Dmn.readModelFromFile(file.toFile());
    }

    static DmnDecision read(String table, DmnModelInstance model) {
        return DMN.parseDecision(table, model);
    }

    static DmnDecision read(String table, String text) {
        return DMN.parseDecision(table, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
