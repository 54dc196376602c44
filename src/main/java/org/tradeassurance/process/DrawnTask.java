package org.tradeassurance.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Words;

/**
 * A user task as a model draws it.
 *
 * @param process the key of its process
 * @param zh its Chinese name, an extension property; null in models that are older than that
 * @param desks the groups whose members work on it
 */
public record DrawnTask(
        String process, String id, String en, @Nullable String zh, Set<String> desks) {

    /** The extension property that holds the Chinese name of an element. */
    public static final String CHINESE_NAME = "nameZh";

    private static final Map<String, Party> ACT_FOR =
            Map.of("supplier-desk", Party.SUPPLIER, "buyer-desk", Party.BUYER);

    /** The name in all languages, as cards and forms say it. */
    public String name() {
        return name(en, zh);
    }

    /** The same of any element; its Chinese name may not be known. */
    public static String name(String en, @Nullable String zh) {
        return new Words(en, zh == null ? en : zh).toString();
    }

    /** The party in whose place a desk acts (decision 0027), null for the marketplace's own. */
    public static @Nullable Party actsFor(@Nullable String desk) {
        return desk == null ? null : ACT_FOR.get(desk.strip());
    }

    static DrawnTask of(Process process, UserTask task) {
        return new DrawnTask(
                process.getId(),
                task.getId(),
                Objects.requireNonNullElse(task.getName(), task.getId()),
                property(task, CHINESE_NAME),
                new TreeSet<>(task.getCamundaCandidateGroupsList()));
    }

    /** What a model says of an element beyond what the engine knows; null if it says nothing. */
    public static @Nullable String property(BaseElement element, String name) {
        if (element.getExtensionElements() == null) {
            return null;
        }
        List<CamundaProperties> all = element.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaProperties.class)
                .list();
        return all.stream()
                .map(CamundaProperties::getCamundaProperties)
                .flatMap(Collection::stream)
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }
}
