package org.tradeassurance.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Party;
import org.tradeassurance.start.StartRefused;

/** No model is deployed that gives a step to a side, holds it against a task, or shows it by a form that there is not. */
public final class DeployedModels {

    /** The extension property of a user task that names the party for which it is done. */
    public static final String SIDE = "side";

    /** The extension property of a user task that names the tasks whose doers do not do this one. */
    public static final String NOT_BY = "notBy";

    /** The extension property of what an order waits at that names whom it waits for, one of {@link #AWAITED}. */
    public static final String WAITS_FOR = "waitsFor";

    public static final List<String> AWAITED = List.of("BUYER", "SUPPLIER", "STAFF", "SYSTEM");

    private static final Set<String> SIDES =
            Arrays.stream(Party.values()).map(Party::name).collect(Collectors.toCollection(TreeSet::new));

    private DeployedModels() {}

    /** Refuses a deployment before it is read; what was deployed by an earlier release is only read anew. */
    public static Deployer deployer() {
        return (DeploymentEntity deployment) -> {
            if (deployment.isNew()) {
                Set<String> forms = resources(deployment, ".form")
                        .map(DeployedModels::idOfForm)
                        .collect(Collectors.toSet());
                String faults = resources(deployment, ".bpmn")
                        .flatMap(model -> faults(model, forms))
                        .collect(Collectors.joining("\n"));
                if (!faults.isEmpty()) {
                    throw new StartRefused(faults);
                }
            }
        };
    }

    private static Stream<ResourceEntity> resources(DeploymentEntity deployment, String ending) {
        return deployment.getResources().values().stream()
                .filter(resource -> resource.getName().endsWith(ending));
    }

    private static Stream<String> faults(ResourceEntity resource, Set<String> forms) {
        try {
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(resource.getBytes()));
            return Stream.concat(properties(model).stream(), forms(model, forms).stream())
                    .map(fault -> resource.getName() + ", " + fault);
        } catch (ModelException e) {
            return Stream.empty(); // the engine says it better
        }
    }

    private static String idOfForm(ResourceEntity form) {
        try {
            return new ObjectMapper().readTree(form.getBytes()).path("id").asText();
        } catch (IOException e) {
            return ""; // the engine says it better
        }
    }

    /** What user tasks say by extension properties that mean nothing. */
    public static List<ModelFault> properties(BpmnModelInstance model) {
        Collection<UserTask> tasks = model.getModelElementsByType(UserTask.class);
        Set<String> ids = tasks.stream().map(UserTask::getId).collect(Collectors.toCollection(TreeSet::new));
        return tasks.stream()
                .flatMap(task -> Stream.concat(
                        unknown(task, SIDE, "model.side", SIDES),
                        unknown(task, NOT_BY, "model.not-by", without(ids, task.getId()))))
                .toList();
    }

    private static Stream<ModelFault> unknown(UserTask task, String property, String key, Set<String> known) {
        return named(DrawnTask.property(task, property))
                .filter(name -> !known.contains(name))
                .map(name -> new ModelFault(
                        task.getId(), key, List.of(name, known.isEmpty() ? "-" : String.join(", ", known))));
    }

    private static List<ModelFault> forms(BpmnModelInstance model, Set<String> forms) {
        return Stream.concat(
                        model.getModelElementsByType(UserTask.class).stream()
                                .map(task -> form(task.getId(), task.getCamundaFormRef(), forms)),
                        model.getModelElementsByType(StartEvent.class).stream()
                                .map(start -> form(start.getId(), start.getCamundaFormRef(), forms)))
                .flatMap(fault -> fault)
                .toList();
    }

    private static Stream<ModelFault> form(String element, @Nullable String form, Set<String> forms) {
        return form == null || forms.contains(form)
                ? Stream.empty()
                : Stream.of(new ModelFault(element, "model.no-form", List.of(form)));
    }

    /** What a property names, with commas between. */
    public static Stream<String> named(@Nullable String property) {
        return property == null
                ? Stream.empty()
                : Arrays.stream(property.strip().split("[,\\s]+", -1));
    }

    private static Set<String> without(Set<String> ids, String one) {
        Set<String> others = new HashSet<>(ids);
        others.remove(one);
        return new TreeSet<>(others);
    }
}
