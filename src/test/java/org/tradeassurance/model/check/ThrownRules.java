package org.tradeassurance.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** What a phase throws, such as the order's end, is caught around it, and what is waited for is thrown. */
final class ThrownRules {

    private ThrownRules() {}

    static List<Finding> check(Folder files) {
        Set<String> caught = codes(files, CatchEvent.class::isInstance);
        Set<String> thrown = codes(files, node -> !(node instanceof CatchEvent));
        Set<String> lost = new TreeSet<>(thrown);
        lost.removeAll(caught);
        boolean complete = files.of("bpmn").size() == files.processes().size();
        List<Finding> all = new ArrayList<>();
        files.processes().forEach((file, model) -> {
            Found found = new Found(file);
            for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
                boolean catches = node instanceof CatchEvent;
                Set<String> known = catches ? thrown : caught;
                events(node).forEach(event -> {
                    String code = code(event);
                    if (code == null) {
                        found.stops(node, "thrown.none");
                    } else if (complete && !known.contains(code) && !(catches && isMeant(code, lost))) {
                        found.stops(named(event), catches ? "thrown.never" : "thrown.uncaught", code);
                    }
                });
            }
            all.addAll(found.all());
        });
        return all;
    }

    /** One of the codes that nothing catches was meant to be this one, and is the fault. */
    private static boolean isMeant(String code, Set<String> lost) {
        return !Near.hint(code, lost).equals("-");
    }

    private static Set<String> codes(Folder files, Predicate<FlowNode> which) {
        Set<String> codes = new TreeSet<>();
        files.processes().values().stream()
                .flatMap(model -> model.getModelElementsByType(FlowNode.class).stream())
                .filter(which)
                .flatMap(ThrownRules::events)
                .map(ThrownRules::code)
                .filter(Objects::nonNull)
                .forEach(codes::add);
        return codes;
    }

    private static Stream<EventDefinition> events(FlowNode node) {
        return Stream.concat(
                node.getChildElementsByType(ErrorEventDefinition.class).stream(),
                node.getChildElementsByType(EscalationEventDefinition.class).stream());
    }

    /** Null where none is chosen. */
    private static @Nullable String code(EventDefinition event) {
        if (event instanceof ErrorEventDefinition error) {
            return error.getError() == null ? null : error.getError().getErrorCode();
        }
        Escalation escalation = ((EscalationEventDefinition) event).getEscalation();
        return escalation == null ? null : escalation.getEscalationCode();
    }

    /** The error or escalation itself, which several events may share. */
    private static ModelElementInstance named(EventDefinition event) {
        return event instanceof ErrorEventDefinition error
                ? error.getError()
                : ((EscalationEventDefinition) event).getEscalation();
    }
}
