package org.tradeassurance.process.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.function.Supplier;
import org.tradeassurance.process.Choices;

/**
 * Choices that tables offer. The form library takes them from variables, which a form that starts a process has none of: so each form has
 * them filled in on its way to whoever shows it, and what is submitted is held against the same.
 */
public class FormChoices {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "valuesKey";

    private final Supplier<Collection<Choices>> all;

    public FormChoices(Supplier<Collection<Choices>> all) {
        this.all = all;
    }

    /** Options with value and label; missing where nobody offers any under the name. */
    JsonNode of(String name) {
        return all.get().stream()
                .filter(choices -> choices.name().equals(name))
                .findFirst()
                .<JsonNode>map(choices -> JSON.valueToTree(choices.offered()))
                .orElse(MissingNode.getInstance());
    }

    void fill(JsonNode components) {
        for (JsonNode component : components) {
            JsonNode options = component.has(KEY) ? of(component.path(KEY).asText()) : MissingNode.getInstance();
            if (options.isArray() && component instanceof ObjectNode field) {
                field.remove(KEY);
                field.set("values", options);
            }
            fill(component.path("components"));
        }
    }
}
