package org.tradeassurance.process.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.AbstractGetDeployedFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
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

    public CommandInterceptor shown() {
        return new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                T result = next.execute(command);
                if (command instanceof AbstractGetDeployedFormCmd && result instanceof InputStream form) {
                    @SuppressWarnings("unchecked") // such a command answers a stream
                    T filled = (T) filled(form);
                    return filled;
                }
                return result;
            }
        };
    }

    private InputStream filled(InputStream form) {
        try (form) {
            JsonNode read = JSON.readTree(form);
            fill(read.path("components"));
            return new ByteArrayInputStream(JSON.writeValueAsBytes(read));
        } catch (IOException e) {
            throw new UncheckedIOException("A deployed form is no JSON", e);
        }
    }

    private void fill(JsonNode components) {
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
