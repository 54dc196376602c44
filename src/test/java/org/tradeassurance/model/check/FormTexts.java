package org.tradeassurance.model.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.tradeassurance.shipment.Transports;

/** What forms show and when: conditions, expressions and templates can be read, and ask for what the task has. */
final class FormTexts {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern OPEN = Pattern.compile("\\{\\{(?!.*?}})", Pattern.DOTALL);
    private static final Set<String> OF_LOOPS = Set.of("this", "parent", "item", "_value_");

    private final Found found;
    private final Set<String> known;
    private final boolean shown;

    /** @param shown by a task or a start that can be read: else nobody knows what the form is given */
    private FormTexts(String file, Set<String> known, boolean shown) {
        this.found = new Found(file);
        this.known = known;
        this.shown = shown;
    }

    static List<Finding> check(Folder files) {
        Map<String, Set<String>> facts = new HashMap<>();
        files.processes()
                .forEach((file, model) -> model.getModelElementsByType(UserTask.class)
                        .forEach(task -> facts.computeIfAbsent(
                                        String.valueOf(task.getCamundaFormRef()), form -> new HashSet<>())
                                .addAll(Told.facts(Folder.nameOf(file)))));
        files.processes().values().stream()
                .flatMap(model -> model.getModelElementsByType(StartEvent.class).stream())
                .forEach(start ->
                        facts.computeIfAbsent(String.valueOf(start.getCamundaFormRef()), form -> new HashSet<>()));
        List<Finding> all = new ArrayList<>();
        files.forms().forEach((file, form) -> {
            Set<String> shown = facts.get(Folder.nameOf(file));
            Set<String> known = new HashSet<>(shown == null ? Set.of() : shown);
            Forms.components(form).forEach(component -> known.add(Forms.key(component)));
            FormTexts texts = new FormTexts(file, known, shown != null);
            Forms.components(form).forEach(texts::component);
            all.addAll(texts.found.all());
        });
        return all;
    }

    private void component(JsonNode component) {
        Place place = Place.field(component);
        texts(component, "").forEach((property, text) -> {
            if (text.startsWith("=")) {
                expression(place, text.substring(1), text);
            } else {
                template(place, text);
            }
        });
        String key = component.path("valuesKey").asText("");
        if (!key.isEmpty() && !key.equals(Transports.NAME)) {
            known(place, Set.of(key));
        }
    }

    /** All texts of a component, those of its parts too but not those of its components. */
    private static Map<String, String> texts(JsonNode node, String path) {
        Map<String, String> texts = new HashMap<>();
        node.properties().forEach(property -> {
            String name = path + "." + property.getKey();
            JsonNode value = property.getValue();
            if (value.isTextual()) {
                texts.put(name, value.asText());
            } else if (value.isObject()) {
                texts.putAll(texts(value, name));
            } else if (value.isArray() && !property.getKey().equals("components")) {
                for (int i = 0; i < value.size(); i++) {
                    texts.putAll(texts(value.get(i), name + i));
                }
            }
        });
        return texts;
    }

    private void expression(Place place, String feel, String shown) {
        if (feel.isBlank() || !Feel.isExpression(feel)) {
            found.stops(place, "feel.unreadable", shown);
            return;
        }
        Feel.unknownFunctions(feel).forEach(called -> found.stops(place, "feel.function", called));
        known(place, Feel.names(feel));
    }

    private void known(Place place, Set<String> asked) {
        Set<String> unknown = new TreeSet<>(shown ? asked : Set.of());
        unknown.removeAll(known);
        unknown.forEach(name -> found.stops(place, "form.no-variable", name, Near.hint(name, known)));
    }

    private void template(Place place, String text) {
        boolean loops = text.contains("{{#loop");
        Matcher part = TEMPLATE.matcher(text);
        while (part.find()) {
            String inner = part.group(1).strip();
            if (inner.startsWith("/")) {
                continue;
            }
            String feel = inner.replaceFirst("^#(if|loop)\\s+", "");
            if (!loops) {
                expression(place, feel, part.group());
            } else if (!Feel.isExpression(feel) && OF_LOOPS.stream().noneMatch(feel::contains)) {
                found.stops(place, "feel.unreadable", part.group());
            }
        }
        if (OPEN.matcher(text).find()) {
            found.stops(place, "form.open-template");
        }
    }
}
