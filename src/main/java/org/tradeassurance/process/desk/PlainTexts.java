package org.tradeassurance.process.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Facts stand in a form as plain text. The form library reads a text component as Markdown after it has put the facts in, and payers and
 * parties write facts: so each form, on its way to whoever shows it, has its expressions wrapped in one that leaves no mark-up.
 */
final class PlainTexts {

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

    private PlainTexts() {}

    /** Of a form or a group in it. */
    static void rewrite(JsonNode components) {
        for (JsonNode component : components) {
            switch (component.path("type").asText()) {
                case "text" -> rewrite(component, "text", MARKDOWN);
                case "html" -> rewrite(component, "content", HTML);
                default -> rewrite(component.path("components"));
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
