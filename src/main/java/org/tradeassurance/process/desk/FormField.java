package org.tradeassurance.process.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.OrderFields.Answer;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.order.Storable;

/** One field of a form, as the modeller drew it: what may stand in it. The browser checks the same, but only the server can be trusted. */
record FormField(JsonNode component) {

    private static final Set<String> TEXTS = Set.of("textfield", "textarea");
    private static final String INVALID = "field.invalid";

    /** What the field is called: its label, in both languages, or else its key. */
    String name() {
        return component.path("label").asText(key());
    }

    String key() {
        return component.path("key").asText(component.path("path").asText());
    }

    boolean isList() {
        return component.path("type").asText().equals("dynamiclist");
    }

    /** Shown only: what comes back under its name is no input. */
    boolean isDisplayed() {
        return component.path("disabled").asBoolean()
                || component.path("readonly").asBoolean()
                || component.path("type").asText().equals("expression");
    }

    /** The condition in FEEL under which the field is not asked for. */
    @Nullable
    String hiddenIf() {
        String hide = component.path("conditional").path("hide").asText("");
        return hide.startsWith("=") ? hide.substring(1) : null;
    }

    /** What was meant: a text in the form that the field names, in each row of a list as well; the rest as it is. */
    @Nullable
    Object understood(@Nullable Object value) {
        if (value instanceof String text
                && TEXTS.contains(component.path("type").asText())) {
            return TypedText.understood(component, text);
        }
        if (isList() && value instanceof JsonNode rows) {
            JsonNode understood = rows.deepCopy();
            understood.forEach(this::understandRow);
            return understood;
        }
        return value;
    }

    private void understandRow(JsonNode row) {
        for (FormField cell : cells()) {
            if (row instanceof ObjectNode object
                    && row.path(cell.key()).isTextual()
                    && cell.understood(row.path(cell.key()).asText()) instanceof String text) {
                object.put(cell.key(), text);
            }
        }
    }

    /** What was filled in; nothing where all of it is blank. */
    Optional<Answer> answer(String field, String label, List<JsonNode> values) {
        List<JsonNode> filled = values.stream()
                .flatMap(value -> value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value))
                .filter(value -> !value.isMissingNode()
                        && !value.isNull()
                        && !value.asText().isBlank())
                .toList();
        return filled.isEmpty()
                ? Optional.empty()
                : Optional.of(new Answer(
                        field,
                        label,
                        filled.stream().map(JsonNode::asText).collect(Collectors.joining("; ")),
                        filled.stream().map(this::shown).collect(Collectors.joining("; "))));
    }

    /** A choice by its label, where the form has it. */
    private String shown(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? "是 / Yes" : "否 / No";
        }
        for (JsonNode option : component.path("values")) {
            if (option.path("value").equals(value)) {
                return option.path("label").asText();
            }
        }
        return value.asText();
    }

    static boolean isBlank(@Nullable Object value) {
        return value == null
                || (value instanceof String text && text.isBlank())
                || (value instanceof JsonNode json && (json.isNull() || (json.isArray() && json.isEmpty())));
    }

    /**
     * Adds to a refusal what is wrong with a value.
     *
     * @param name what the refusal calls the field
     * @param value a text, a number, a truth value or a JSON array
     * @param offered the values that a field may be chosen from
     */
    void check(String name, @Nullable Object value, Function<FormField, Set<JsonNode>> offered, Refusal errors) {
        JsonNode rules = component.path("validate");
        if (isBlank(value)
                || (Boolean.FALSE.equals(value) && rules.path("required").asBoolean())) {
            if (rules.path("required").asBoolean()) {
                errors.field(name, "field.required");
            }
            return;
        }
        switch (component.path("type").asText()) {
            case "textfield", "textarea" -> text(name, value, rules, errors);
            case "number" -> number(name, value, rules, errors);
            case "checkbox" -> expect(value instanceof Boolean, name, "field.boolean", errors);
            case "datetime" -> date(name, value, errors);
            case "select", "radio" -> choice(name, FormFields.json(value), offered.apply(this), errors);
            case "checklist", "taglist" -> choices(name, value, offered.apply(this), errors);
            default -> errors.field(name, INVALID);
        }
    }

    private static void text(String name, @Nullable Object value, JsonNode rules, Refusal errors) {
        if (!(value instanceof String text)) {
            errors.field(name, "field.text-expected");
            return;
        }
        int longest = rules.path("maxLength").asInt(Integer.MAX_VALUE);
        String pattern = rules.path("pattern").asText("");
        if (!Storable.isText(text)) {
            errors.field(name, "field.text");
        } else if (text.length() > longest) {
            errors.field(name, "field.too-long", longest);
        } else if (text.length() < rules.path("minLength").asInt()
                || (!pattern.isEmpty()
                        && !Pattern.compile(pattern).matcher(text).find())) {
            errors.field(name, INVALID);
        } else if (rules.path("validationType").asText().equals("email") && !TypedText.isEmail(text)) {
            errors.field(name, "field.email");
        }
    }

    private void number(String name, @Nullable Object value, JsonNode rules, Refusal errors) {
        boolean asText = component.path("serializeToString").asBoolean();
        boolean typed = asText
                ? value instanceof String text && text.matches("-?\\d{1,18}(\\.\\d+)?")
                : value instanceof Number;
        if (!typed) {
            errors.field(name, INVALID);
            return;
        }
        double number = Double.parseDouble(String.valueOf(value));
        if (number < rules.path("min").asDouble(Double.NEGATIVE_INFINITY)
                || number > rules.path("max").asDouble(Double.POSITIVE_INFINITY)) {
            errors.field(name, INVALID);
        }
    }

    private void date(String name, @Nullable Object value, Refusal errors) {
        switch (component.path("subtype").asText()) {
            case "date" -> expect(reads(value, BusinessTime::date), name, "field.date", errors);
            case "time" -> expect(reads(value, LocalTime::parse), name, INVALID, errors);
            default -> expect(reads(value, OffsetDateTime::parse), name, "field.instant", errors);
        }
    }

    private static boolean reads(@Nullable Object value, Function<String, Temporal> format) {
        try {
            return value instanceof String text && format.apply(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void choice(String name, JsonNode value, Set<JsonNode> offered, Refusal errors) {
        expect(offered.contains(value), name, "field.not-offered", errors);
    }

    private static void choices(String name, @Nullable Object value, Set<JsonNode> offered, Refusal errors) {
        if (!(value instanceof JsonNode chosen) || !chosen.isArray()) {
            errors.field(name, INVALID);
            return;
        }
        Set<JsonNode> once = new HashSet<>();
        for (JsonNode one : chosen) {
            if (!once.add(one) || !offered.contains(one)) {
                choice(name, one, Set.of(), errors);
                return;
            }
        }
    }

    private static void expect(boolean right, String name, String otherwise, Refusal errors) {
        if (!right) {
            errors.field(name, otherwise);
        }
    }

    /** The fields of a row, for a list. */
    List<FormField> cells() {
        return FormFields.fieldsIn(component.path("components"));
    }
}
