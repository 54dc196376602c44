package org.tradeassurance.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.tradeassurance.model.check.Finding.Severity;

/** What is found in one file. */
record Found(String file, List<Finding> all) {

    Found(String file) {
        this(file, new ArrayList<>());
    }

    void stops(Place place, String key, Object... said) {
        all.add(Finding.of(Severity.STOPS, file, place, key, said));
    }

    void stops(ModelElementInstance element, String key, Object... said) {
        stops(Place.element(element), key, said);
    }

    void rule(Place place, String key, Object... said) {
        all.add(Finding.of(Severity.RULE, file, place, key, said));
    }

    void rule(ModelElementInstance element, String key, Object... said) {
        rule(Place.element(element), key, said);
    }

    void hint(ModelElementInstance element, String key, Object... said) {
        all.add(Finding.of(Severity.HINT, file, Place.element(element), key, said));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** {@code userTask_acceptShortDeposit} becomes {@code accept-short-deposit}. */
    static String kebab(String id) {
        return id.substring(id.indexOf('_') + 1)
                .replaceAll("(?<=.)([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
    }

    /** {@code Ask for top-up} becomes {@code askForTopUp}. */
    static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.replace("'s", "").split("[ -]+", -1)) {
            if (!word.isEmpty()) {
                String first = word.substring(0, 1);
                camel.append(camel.isEmpty() ? first.toLowerCase(Locale.ROOT) : first.toUpperCase(Locale.ROOT))
                        .append(word.substring(1));
            }
        }
        return camel.toString();
    }

    static <T extends ModelElementInstance> List<T> extensions(BaseElement element, Class<T> type) {
        return Stream.ofNullable(element.getExtensionElements())
                .flatMap(some -> some.getElementsQuery().filterByType(type).list().stream())
                .toList();
    }
}
