package org.tradeassurance.model.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.model.check.Finding.Severity;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The desks that tasks may be given to. */
final class Desks {

    private static final String FILE = "processes/desks.yaml";

    private Desks() {}

    /** None if they cannot be read. */
    static Set<String> of(Folder files) {
        try {
            return desks(files.texts().get(FILE)).stream()
                    .filter(Map.class::isInstance)
                    .map(desk -> (Map<?, ?>) desk)
                    .filter(desk -> !desk.containsKey("leads") && !desk.containsKey("observes"))
                    .map(desk -> String.valueOf(desk.get("group")))
                    .collect(Collectors.toSet());
        } catch (MarkedYAMLException e) {
            return Set.of();
        }
    }

    static List<Finding> check(Folder files) {
        try {
            Map<?, ?> plan = plan(files.texts().get(FILE));
            return desks(files.texts().get(FILE)).isEmpty()
                    ? List.of(Finding.of(Severity.STOPS, FILE, Place.FILE, "desks.none"))
                    : DeskRules.check(files, FILE, plan);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            return List.of(Finding.of(Severity.STOPS, FILE, Place.line(line), "desks.unreadable"));
        }
    }

    private static Collection<?> desks(@Nullable String text) {
        return plan(text).get("desks") instanceof List<?> desks ? desks : List.of();
    }

    private static Map<?, ?> plan(@Nullable String text) {
        Object plan = text == null ? null : new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return plan instanceof Map<?, ?> map ? map : Map.of();
    }
}
