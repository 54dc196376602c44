package org.tradeassurance.model.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What a form must be, so that Tasklist shows it and what is written into it is kept. */
final class FormRules {

    /** What the form player in Tasklist (form-js 1.8.7) can show. */
    private static final Set<String> KINDS = Set.of(
            "text",
            "html",
            "image",
            "table",
            "separator",
            "spacer",
            "iframe",
            "button",
            "group",
            "dynamiclist",
            "expression",
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "checklist",
            "taglist",
            "select",
            "radio",
            "datetime");

    /** What it reads of a component. */
    private static final Set<String> PROPERTIES = Set.of(
            "type",
            "id",
            "key",
            "path",
            "label",
            "description",
            "text",
            "content",
            "source",
            "alt",
            "url",
            "height",
            "title",
            "security",
            "action",
            "columns",
            "columnsExpression",
            "dataSource",
            "rowCount",
            "components",
            "computeOn",
            "expression",
            "conditional",
            "strict",
            "decimalDigits",
            "increment",
            "dateLabel",
            "timeLabel",
            "validate",
            "subtype",
            "use24h",
            "disallowPassedDates",
            "timeInterval",
            "timeSerializingFormat",
            "appearance",
            "searchable",
            "verticalAlignment",
            "showOutline",
            "nonCollapsedItems",
            "valuesExpression",
            "valuesKey",
            "values",
            "defaultValue",
            "disabled",
            "readonly",
            "serializeToString",
            "layout",
            "isRepeating",
            "allowAddRemove",
            "defaultRepetitions",
            "disableCollapse",
            "properties");

    private static final Set<String> CHOICES = Set.of("select", "radio", "checklist", "taglist");

    private static final int OLDEST = 16;
    private static final int NEWEST = 19;

    private static final String CHINESE = "(?s).*\\p{IsHan}.*";
    private static final String ENGLISH = "(?s).*[A-Za-z]{2}.*";

    private final Found found;
    private final JsonNode form;
    private final boolean ofTask;

    private FormRules(String file, JsonNode form, boolean ofTask) {
        this.found = new Found(file);
        this.form = form;
        this.ofTask = ofTask;
    }

    static List<Finding> check(Folder files) {
        List<Finding> all = new ArrayList<>();
        Set<String> ofTasks = new HashSet<>();
        Set<String> ofStarts = new HashSet<>();
        files.processes().values().forEach(model -> {
            model.getModelElementsByType(UserTask.class).forEach(task -> {
                ofTasks.add(String.valueOf(task.getCamundaFormRef()));
                ofTasks.add(Found.kebab(task.getId()));
            });
            model.getModelElementsByType(StartEvent.class)
                    .forEach(start -> ofStarts.add(String.valueOf(start.getCamundaFormRef())));
        });
        boolean complete = files.of("bpmn").size() == files.processes().size();
        files.forms().forEach((file, form) -> {
            String name = Folder.nameOf(file);
            FormRules rules = new FormRules(file, form, ofTasks.contains(name));
            if (complete && !ofTasks.contains(name) && !ofStarts.contains(name)) {
                rules.found.rule(Place.FILE, "form.unused");
            }
            rules.whole(name);
            rules.fields();
            all.addAll(rules.found.all());
        });
        return all;
    }

    private void whole(String name) {
        if (!form.path("id").asText().equals(name)) {
            found.stops(Place.FILE, "form.id", form.path("id").asText(), name);
        }
        int version = form.path("schemaVersion").asInt();
        if (version < OLDEST || version > NEWEST) {
            found.stops(Place.FILE, "form.version", version, OLDEST, NEWEST);
        }
        if (!form.path("executionPlatform").asText().equals("Camunda Platform")
                || !form.path("type").asText().equals("default")) {
            found.rule(Place.FILE, "file.platform");
        }
        if (ofTask) {
            String[] purpose =
                    form.path("components").path(0).path("text").asText().split("\n\n", -1);
            if (purpose.length != 2
                    || !purpose[0].matches("[A-Z][^.]+\\.")
                    || !purpose[1].matches("\\p{IsHan}[^。]+。")) {
                found.rule(Place.FILE, "form.purpose");
            } else if (!form.path("components").path(1).path("text").asText().contains("{{")) {
                found.rule(Place.FILE, "form.facts");
            }
        }
    }

    private void fields() {
        for (JsonNode component : Forms.components(form)) {
            Place place = Place.field(component);
            if (!KINDS.contains(component.path("type").asText())) {
                found.stops(place, "form.kind", component.path("type").asText());
                continue;
            }
            Set<String> unknown = new TreeSet<>();
            component.fieldNames().forEachRemaining(unknown::add);
            unknown.removeAll(PROPERTIES);
            unknown.removeIf(property -> property.startsWith("camunda"));
            if (!unknown.isEmpty()) {
                found.rule(place, "form.property", unknown);
            }
            pattern(place, component);
        }
        keys(Forms.fields(form));
        Forms.fields(form).forEach(this::field);
    }

    private void keys(List<JsonNode> fields) {
        Map<String, Integer> seen = new HashMap<>();
        fields.forEach(field -> seen.merge(Forms.key(field), 1, Integer::sum));
        seen.forEach((key, times) -> {
            if (times > 1) {
                found.stops(Place.at("field", key), "form.twice", times);
            }
        });
    }

    private void field(JsonNode field) {
        Place place = Place.field(field);
        if (!Forms.key(field).matches("[a-z]+([A-Z][a-z]+)*")) {
            found.rule(place, "form.key");
        }
        if (!isBoth(field.path("label").asText())
                && !isBoth(field.path("dateLabel").asText())) {
            found.rule(place, "form.label");
        }
        field.path("values").forEach(value -> {
            if (!isBoth(value.path("label").asText())) {
                found.rule(place, "form.choice", value.path("value").asText());
            }
        });
        if (CHOICES.contains(field.path("type").asText())
                && field.path("values").isEmpty()
                && !field.has("valuesKey")
                && !field.has("valuesExpression")) {
            found.stops(place, "form.no-choice");
        }
        if (field.path("readonly").asBoolean()) {
            found.stops(place, "form.readonly");
        }
        if (Forms.key(field).equals("reason")
                && (!field.path("conditional").path("hide").asText().startsWith("=") || !Forms.isRequired(field))) {
            found.rule(place, "form.reason");
        }
        boolean amount =
                field.path("validate").path("patternErrorMessage").asText().contains("amount");
        if (amount && !field.path("appearance").path("suffixAdorner").asText().equals("USD")) {
            found.rule(place, "form.currency");
        }
    }

    private static boolean isBoth(String text) {
        return text.matches(CHINESE) && text.matches(ENGLISH);
    }

    private void pattern(Place place, JsonNode component) {
        String pattern = component.path("validate").path("pattern").asText("");
        if (!isPattern(pattern)) {
            found.stops(place, "form.pattern", pattern);
        }
    }

    private static boolean isPattern(String text) {
        try {
            return Pattern.compile(text).pattern().equals(text);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
