package org.tradeassurance.process;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.TaskNames;
import org.tradeassurance.order.Words;

/** The user tasks of all models in use: the newest of each process, and those that running orders may still come to. */
@Component
public class DrawnTasks implements TaskNames {

    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final Map<String, Map<String, Words>> byDefinition = new ConcurrentHashMap<>();

    DrawnTasks(@Lazy RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** Each task once for each model that draws it, the newest first. */
    public List<DrawnTask> inUse() {
        return drawn(models());
    }

    private static List<DrawnTask> drawn(List<BpmnModelInstance> models) {
        Map<String, String> names = new TreeMap<>();
        List<DrawnTask> drawn = models.stream()
                .flatMap(model -> processes(model)
                        .flatMap(process -> model.getModelElementsByType(UserTask.class).stream()
                                .map(task -> DrawnTask.of(process, task))))
                .toList();
        drawn.forEach(task -> {
            if (task.zh() != null) {
                names.putIfAbsent(task.id(), task.zh());
            }
        });
        return drawn.stream().map(task -> named(task, names.get(task.id()))).toList();
    }

    /** The Chinese names of tasks and processes by their English ones, which is all that the engine's pages know. */
    public Map<String, String> chineseNames() {
        Map<String, String> names = new TreeMap<>();
        List<BpmnModelInstance> models = models();
        drawn(models).forEach(task -> add(names, task.en(), task.zh()));
        models.stream()
                .flatMap(DrawnTasks::processes)
                .forEach(process -> add(names, process.getName(), DrawnTask.property(process, DrawnTask.CHINESE_NAME)));
        return names;
    }

    private static void add(Map<String, String> names, @Nullable String en, @Nullable String zh) {
        if (en != null && zh != null) {
            names.putIfAbsent(en, zh);
        }
    }

    /** What tasks are called in all languages, by their ids. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        inUse().forEach(task -> names.putIfAbsent(task.id(), task.name()));
        return names;
    }

    /** The tasks that an order waits at. */
    List<Words> openOf(OrderNo no) {
        return jdbc.sql("""
                        select distinct t.proc_def_id_, t.task_def_key_
                          from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
                         where e.business_key_ = :orderNo
                        """)
                .param("orderNo", no.value())
                .query((row, i) -> of(row.getString("proc_def_id_"), row.getString("task_def_key_")))
                .list();
    }

    /** A definition never changes: its names are read once. */
    @Override
    public Words of(String definition, String task) {
        return byDefinition.computeIfAbsent(definition, this::namesOf).getOrDefault(task, Words.of(task));
    }

    private Map<String, Words> namesOf(String definition) {
        List<DrawnTask> tasks = drawn(List.of(repository.getBpmnModelInstance(definition)));
        Map<String, String> newer = tasks.stream().allMatch(task -> task.zh() != null) ? Map.of() : names();
        return tasks.stream()
                .collect(Collectors.toUnmodifiableMap(
                        DrawnTask::id,
                        task -> Words.of(task.zh() == null ? newer.getOrDefault(task.id(), task.en()) : task.name()),
                        (first, second) -> first));
    }

    /** A model of an earlier release has no Chinese names: a task goes by that of its id in a newer one. */
    private static DrawnTask named(DrawnTask task, @Nullable String zh) {
        return task.zh() == null && zh != null
                ? new DrawnTask(task.process(), task.id(), task.en(), zh, task.desks())
                : task;
    }

    private static Stream<Process> processes(BpmnModelInstance model) {
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        return processes.stream();
    }

    private List<BpmnModelInstance> models() {
        return jdbc.sql("""
                        select d.id_
                          from act_re_procdef d
                         where d.version_ = (select max(n.version_) from act_re_procdef n where n.key_ = d.key_)
                            or exists (select from act_re_procdef r
                                        where r.deployment_id_ = d.deployment_id_
                                          and exists (select from act_ru_execution e where e.proc_def_id_ = r.id_))
                         order by d.version_ desc, d.key_
                        """).query(String.class).list().stream()
                .map(repository::getBpmnModelInstance)
                .toList();
    }
}
