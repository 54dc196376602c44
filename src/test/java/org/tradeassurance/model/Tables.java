package org.tradeassurance.model;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jspecify.annotations.Nullable;

/** Asks the decision tables, without the process engine. */
final class Tables {

    private static final DmnEngine DMN =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private Tables() {}

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

    static DmnDecision read(String table, String text) {
        return DMN.parseDecision(table, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
