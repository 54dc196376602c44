package org.tradeassurance.model.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What stands in a form. */
final class Forms {

    private static final Set<String> CHOICES = Set.of("select", "radio");

    private Forms() {}

    /** All components, those within groups and lists too. */
    static List<JsonNode> components(JsonNode form) {
        List<JsonNode> all = new ArrayList<>();
        form.path("components").forEach(component -> {
            all.add(component);
            all.addAll(components(component));
        });
        return all;
    }

    /** What can be filled in, lists as a whole: texts and tables have no key. */
    static List<JsonNode> fields(JsonNode form) {
        List<JsonNode> fields = new ArrayList<>();
        form.path("components").forEach(component -> {
            if (component.path("type").asText().equals("group")) {
                fields.addAll(fields(component));
            } else if (!key(component).isEmpty()) {
                fields.add(component);
            }
        });
        return fields;
    }

    static String key(JsonNode component) {
        return component.path("key").asText(component.path("path").asText(""));
    }

    static boolean isRequired(JsonNode field) {
        return field.path("validate").path("required").asBoolean();
    }

    /** What may be chosen, null where it is not the form that says so. */
    static @Nullable Set<String> words(JsonNode field) {
        if (!CHOICES.contains(field.path("type").asText())
                || field.path("values").isEmpty()) {
            return null;
        }
        Set<String> words = new TreeSet<>();
        field.path("values").forEach(value -> words.add(value.path("value").asText()));
        return words;
    }
}
