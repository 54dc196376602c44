package org.tradeassurance.modeler;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One entry of the Modeler's template chooser, in the words of its schema. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ElementTemplate(
        String name,
        String id,
        String description,
        Category category,
        List<String> appliesTo,
        ElementType elementType,
        List<Property> properties) {

    /** An attribute of the element: hidden where the house decides, a field of the panel where the analyst does. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Property(
            @Nullable String label,
            @Nullable String description,
            String type,
            @Nullable String value,
            @Nullable List<Choice> choices,
            Binding binding,
            @Nullable Constraints constraints) {

        static Property fixed(String attribute, String value) {
            return new Property(null, null, "Hidden", value, null, Binding.of(attribute), null);
        }

        static Property asked(String label, String attribute, @Nullable String value, Constraints constraints) {
            return new Property(label, null, "String", value, null, Binding.of(attribute), constraints);
        }
    }

    record Category(String id, String name) {}

    record ElementType(String value) {}

    record Choice(String name, String value) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Binding(String type, @Nullable String name) {

        static Binding of(String attribute) {
            return new Binding("property", attribute);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Constraints(boolean notEmpty, @Nullable Pattern pattern) {}

    record Pattern(String value, String message) {}

    /** A template of a plain task too: choosing it makes the task what it should be. */
    static ElementTemplate of(
            String name, String id, String description, String kind, String type, List<Property> properties) {
        return new ElementTemplate(
                name,
                "org.tradeassurance." + id,
                description,
                new Category(kind.replace(' ', '-').toLowerCase(Locale.ROOT), kind),
                List.of("bpmn:Task", type),
                new ElementType(type),
                properties);
    }
}
