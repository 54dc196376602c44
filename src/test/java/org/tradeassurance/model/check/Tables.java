package org.tradeassurance.model.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.jspecify.annotations.Nullable;

/** Asks decision tables that an analyst has changed, without the process engine. */
final class Tables {

    private Tables() {}

    static String text(String table) {
        try {
            return Files.readString(Path.of("processes", table + ".dmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outputs of the one row that matches. */
    static Map<String, @Nullable Object> askText(String text, String table, Map<String, ? extends Object> inputs) {
        Map<String, Object> variables = new HashMap<>(inputs);
        variables.putIfAbsent("onDate", "2016-05-06");
        DmnModelInstance model = org.camunda.bpm.model.dmn.Dmn.readModelFromStream(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        DmnDecision decision = Dmn.read(table, model);
        return Dmn.ask(decision, variables).outputs();
    }
}
