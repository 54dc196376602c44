package org.tradeassurance.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What is wrong in the files that analysts edit: a sentence each, which names file and element, and nothing else. */
final class Findings {

    private Findings() {}

    /** Holds every element of a type in a process to a rule. */
    static <T extends ModelElementInstance> void each(Path file, Class<T> type, Consumer<T> rule) {
        each(file, ModelFiles.elements(file, type), rule);
    }

    static <T> void each(Path file, Collection<T> elements, Consumer<T> rule) {
        List<String> found = new ArrayList<>();
        for (T element : elements) {
            try {
                rule.accept(element);
            } catch (AssertionError e) {
                found.add(name(element) + ": " + inOneLine(e));
            }
        }
        none(file, found);
    }

    /** Fails with what was found, without the stack trace that no analyst can read. */
    static void none(Path file, Collection<String> found) {
        if (!found.isEmpty()) {
            AssertionError error = new AssertionError(
                    found.stream().map(one -> file + ", " + one).collect(Collectors.joining("\n", "\n", "\n")));
            error.setStackTrace(new StackTraceElement[0]);
            throw error;
        }
    }

    private static String name(Object element) {
        if (element instanceof Rule rule) {
            List<Rule> rows = List.copyOf(rule.getParentElement().getChildElementsByType(Rule.class));
            return "row " + (rows.indexOf(rule) + 1);
        }
        if (element instanceof ModelElementInstance part) {
            String name = part.getAttributeValue("name");
            return part.getAttributeValue("id") + (name == null ? "" : " \"" + name.replace('\n', ' ') + '"');
        }
        if (element instanceof JsonNode field) {
            return "field " + field.path("key").asText();
        }
        return element.toString();
    }

    private static String inOneLine(AssertionError error) {
        return String.valueOf(error.getMessage()).strip().replaceAll("\\s+", " ");
    }
}
