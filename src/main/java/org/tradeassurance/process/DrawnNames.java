package org.tradeassurance.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What whatever people read in a model is called in Chinese: processes, elements, the answers on flows, notes. */
@Component
public class DrawnNames {

    private final RepositoryService repository;
    private final JdbcClient jdbc;

    DrawnNames(@Lazy RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** By id. What an earlier release has not named goes by the same element of the newest model. */
    public Map<String, String> of(BpmnModelInstance model) {
        Map<String, String> said = said(model);
        boolean allNamed = read(model)
                .filter(element -> !(element instanceof TextAnnotation))
                .allMatch(element -> said.containsKey(element.getId()));
        if (allNamed) {
            return said;
        }
        Set<String> processes = model.getModelElementsByType(Process.class).stream()
                .map(Process::getId)
                .collect(Collectors.toSet());
        Map<String, String> names = new HashMap<>();
        newest(processes).map(DrawnNames::said).forEach(names::putAll);
        names.putAll(said);
        return names;
    }

    private Stream<BpmnModelInstance> newest(Set<String> processes) {
        return jdbc.sql("""
                        select d.id_ from act_re_procdef d
                         where d.key_ in (:keys)
                           and d.version_ = (select max(n.version_) from act_re_procdef n where n.key_ = d.key_)
                        """).param("keys", processes).query(String.class).list().stream()
                .map(repository::getBpmnModelInstance);
    }

    private static Map<String, String> said(BpmnModelInstance model) {
        Map<String, String> names = new HashMap<>();
        read(model).forEach(element -> {
            String name = DrawnTask.property(element, DrawnTask.CHINESE_NAME);
            if (name != null) {
                names.put(element.getId(), name);
            }
        });
        return names;
    }

    private static Stream<BaseElement> read(BpmnModelInstance model) {
        return Stream.of(
                        model.getModelElementsByType(Process.class).stream().filter(one -> isSaid(one.getName())),
                        model.getModelElementsByType(FlowElement.class).stream().filter(one -> isSaid(one.getName())),
                        model.getModelElementsByType(TextAnnotation.class).stream())
                .flatMap(elements -> elements);
    }

    private static boolean isSaid(String name) {
        return !Objects.requireNonNullElse(name, "").isBlank();
    }
}
