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
        @Nullable ElementType elementType,
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

        /** An extension property that the house sets. */
        static Property fixedProperty(String name, String value) {
            return new Property(null, null, "Hidden", value, null, new Binding("camunda:property", name), null);
        }

        /** An extension property that the analyst sets. */
        static Property said(String label, String name) {
            return new Property(
                    label,
                    null,
                    "String",
                    null,
                    null,
                    new Binding("camunda:property", name),
                    new Constraints(true, null));
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

    /** A template that names what is drawn, and changes nothing else of it. */
    static ElementTemplate named(
            String name, String id, String description, List<String> appliesTo, List<Property> properties) {
        return new ElementTemplate(
                name,
                "org.tradeassurance.named-" + id,
                description,
                new Category("in-both-languages", "In both languages"),
                appliesTo,
                null,
                properties);
    }
}
