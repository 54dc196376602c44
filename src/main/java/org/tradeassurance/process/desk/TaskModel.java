package org.tradeassurance.process.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.core.model.PropertyKey;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Party;
import org.tradeassurance.process.DeployedModels;
import org.tradeassurance.process.DrawnTask;

/**
 * What a model says of a user task that the engine does not know, by extension properties.
 *
 * @param name in both languages; {@code nameZh} is the Chinese half
 * @param side for whom it is done: {@code side}, else the party in whose place the desk acts
 * @param notBy the tasks whose doers do not do this one
 */
record TaskModel(String id, String name, @Nullable Party side, Set<String> notBy) {

    static final PropertyKey<TaskModel> OF_ACTIVITY = new PropertyKey<>("taskModel");

    static TaskModel of(Element element) {
        Map<String, String> said =
                Objects.requireNonNullElse(BpmnParseUtil.parseCamundaExtensionProperties(element), Map.of());
        String id = element.attribute("id");
        String name = Objects.requireNonNullElse(element.attribute("name"), id);
        String side = said.get(DeployedModels.SIDE);
        String desk = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "candidateGroups");
        return new TaskModel(
                id,
                DrawnTask.name(name, said.get(DrawnTask.CHINESE_NAME)),
                side == null || side.isBlank() ? DrawnTask.actsFor(desk) : Party.valueOf(side.strip()),
                DeployedModels.named(said.get(DeployedModels.NOT_BY)).collect(Collectors.toSet()));
    }

    /** Null in a definition that an engine without our listeners has parsed. */
    static @Nullable TaskModel of(TaskEntity task) {
        return task.getExecution().getActivity().getProperties().get(OF_ACTIVITY);
    }

    /** The tasks that whoever does this one has not done: those that it names, and those that name it. */
    static Set<String> doneByOthers(TaskEntity task) {
        TaskModel model = of(task);
        Set<String> others = new TreeSet<>(model == null ? Set.of() : model.notBy);
        activities(task.getProcessDefinition())
                .map(activity -> activity.getProperties().get(OF_ACTIVITY))
                .filter(other -> other != null && other.notBy.contains(task.getTaskDefinitionKey()))
                .forEach(other -> others.add(other.id));
        others.remove("");
        return others;
    }

    private static Stream<ActivityImpl> activities(ScopeImpl scope) {
        List<ActivityImpl> activities = new ArrayList<>(scope.getActivities());
        return activities.stream().flatMap(activity -> Stream.concat(Stream.of(activity), activities(activity)));
    }
}
