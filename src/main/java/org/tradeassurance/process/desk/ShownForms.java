package org.tradeassurance.process.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.impl.cmd.AbstractGetDeployedFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Each form on its way to whoever shows it: what tables offer is filled in, facts become plain text. */
public class ShownForms extends CommandInterceptor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FormChoices choices;

    public ShownForms(FormChoices choices) {
        this.choices = choices;
    }

    @Override
    public <T> T execute(Command<T> command) {
        T result = next.execute(command);
        if (command instanceof AbstractGetDeployedFormCmd && result instanceof InputStream form) {
            @SuppressWarnings("unchecked") // such a command answers a stream
            T shown = (T) shown(form);
            return shown;
        }
        return result;
    }

    private InputStream shown(InputStream form) {
        try (form) {
            JsonNode read = JSON.readTree(form);
            JsonNode components = read.path("components");
            choices.fill(components);
            PlainTexts.rewrite(components);
            return new ByteArrayInputStream(JSON.writeValueAsBytes(read));
        } catch (IOException e) {
            throw new UncheckedIOException("A deployed form is no JSON", e);
        }
    }
}
