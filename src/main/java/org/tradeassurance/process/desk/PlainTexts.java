package org.tradeassurance.process.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.cmd.AbstractGetDeployedFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Facts stand in a form as plain text. The form library reads a text component as Markdown after it has put the facts in, and payers and
 * parties write facts: so each form, on its way to whoever shows it, has its expressions wrapped in one that leaves no mark-up.
 */
public class PlainTexts extends CommandInterceptor {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A fact in a template; what begins with a hash or a slash is a condition or a loop around others. */
    private static final Pattern FACT = Pattern.compile("\\{\\{(?!\\s*[#/])(.+?)}}", Pattern.DOTALL);

    /** Pattern and replacement, as FEEL texts: punctuation loses its meaning; blanks and line breaks begin no block. */
    private static final List<String> MARKDOWN = List.of(
            "\"([!-/:-@\\[-`{-~])\", \"\\\\$1\"",
            "\"\\r?\\n|\\r\", \"&#10;\"",
            "\"\\t\", \"&#9;\"",
            "\" \", \"&#32;\"");

    private static final List<String> HTML =
            List.of("\"&\", \"&amp;\"", "\"<\", \"&lt;\"", "\">\", \"&gt;\"", "\"\\\"\", \"&quot;\"");

    @Override
    public <T> T execute(Command<T> command) {
        T result = next.execute(command);
        if (command instanceof AbstractGetDeployedFormCmd && result instanceof InputStream form) {
            @SuppressWarnings("unchecked") // such a command answers a stream
            T plain = (T) plain(form);
            return plain;
        }
        return result;
    }

    static InputStream plain(InputStream form) {
        try (form) {
            JsonNode read = JSON.readTree(form);
            components(read.path("components"));
            return new ByteArrayInputStream(JSON.writeValueAsBytes(read));
        } catch (IOException e) {
            throw new UncheckedIOException("A deployed form is no JSON", e);
        }
    }

    private static void components(JsonNode components) {
        for (JsonNode component : components) {
            switch (component.path("type").asText()) {
                case "text" -> rewrite(component, "text", MARKDOWN);
                case "html" -> rewrite(component, "content", HTML);
                default -> components(component.path("components"));
            }
        }
    }

    private static void rewrite(JsonNode component, String property, List<String> marks) {
        String template = component.path(property).asText();
        String plain = template.startsWith("=")
                ? "=" + wrapped(template.substring(1), marks)
                : FACT.matcher(template)
                        .replaceAll(fact -> Matcher.quoteReplacement(
                                "{{" + wrapped(fact.group(1).strip(), marks) + "}}"));
        ((ObjectNode) component).put(property, plain);
    }

    private static String wrapped(String expression, List<String> marks) {
        String wrapped = "string(" + expression + ")";
        for (String mark : marks) {
            wrapped = "replace(" + wrapped + ", " + mark + ")";
        }
        return wrapped;
    }
}
