package org.tradeassurance.process;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.tradeassurance.start.StartRefused;

/** No table is deployed, and none is started with, that does not answer what the code asks it. */
@Component
public class DeployedTables implements SmartInitializingSingleton {

    private static final String CODE = "org.tradeassurance";

    /** The question of each table, by its key. */
    static final Map<String, Class<?>> QUESTIONS = questions();

    /**
     * What a table is asked and answers, by name.
     *
     * @param inputs without the date whose rules hold
     */
    public record Contract(Map<String, Class<?>> inputs, Map<String, Class<?>> outputs) {}

    private final RepositoryService repository;

    DeployedTables(RepositoryService repository) {
        this.repository = repository;
    }

    /** Refuses a deployment, at start or later; what was deployed by an earlier release is only read anew. */
    public static Deployer deployer() {
        return (DeploymentEntity deployment) -> {
            if (deployment.isNew()) {
                Set<String> words = deployment.getResources().values().stream()
                        .filter(resource -> resource.getName().endsWith(".bpmn"))
                        .flatMap(resource -> wordsIn(new String(resource.getBytes(), StandardCharsets.UTF_8)))
                        .collect(Collectors.toSet());
                deployment.getResources().values().stream()
                        .filter(resource -> resource.getName().endsWith(".dmn"))
                        .map(resource -> Dmn.readModelFromStream(new ByteArrayInputStream(resource.getBytes())))
                        .forEach(table -> require(table, words));
            }
        };
    }

    /** The newest of each, whoever has deployed it. */
    @Override
    public void afterSingletonsInstantiated() {
        QUESTIONS.keySet().forEach(table -> {
            var newest = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(table)
                    .latestVersion()
                    .singleResult();
            if (newest == null) {
                throw new StartRefused("Table %s is missing: deploy it with the other models.".formatted(table));
            }
            require(repository.getDmnModelInstance(newest.getId()), isOfModels(table) ? null : Set.of());
        });
    }

    /** Whether it is the rows of a table that say which words there are, and not the code: a word without a row is none. */
    public static boolean rowsSayTheWords(String table) {
        Class<?> question = QUESTIONS.get(table);
        return question != null && !Columns.asked(question).words().isEmpty();
    }

    /** @param words that models ask with; null: they may ask with any, for they were looked through when they were deployed */
    private static void require(DmnModelInstance model, @Nullable Set<String> words) {
        List<TableFault> findings = model.getModelElementsByType(Decision.class).stream()
                .filter(decision -> QUESTIONS.containsKey(decision.getId()))
                .flatMap(decision -> findings(decision, words).stream())
                .toList();
        if (!findings.isEmpty()) {
            throw new StartRefused(findings.stream().map(TableFault::toString).collect(Collectors.joining("\n")));
        }
    }

    /** What a table lacks that code asks; nothing for a table that no code knows. */
    static List<TableFault> findings(Decision decision) {
        return findings(decision, Set.of());
    }

    /**
     * The same beside models.
     *
     * @param words that these ask with; null: they may ask with any
     */
    public static List<TableFault> findings(Decision decision, @Nullable Set<String> words) {
        String key = decision.getId();
        Class<?> question = QUESTIONS.get(key);
        if (question == null) {
            return List.of();
        }
        return decision.getExpression() instanceof DecisionTable table
                ? TableCheck.findings(key, question, table, words)
                : List.of(new TableFault(key, 0, null, "table.no-table", List.of()));
    }

    /** What is known of a table, null where no code asks it. */
    public static @Nullable Contract contract(String table) {
        Class<?> question = QUESTIONS.get(table);
        if (question == null) {
            return null;
        }
        Map<String, Class<?>> outputs = types(Columns.answer(question));
        if (isOfModels(table)) {
            outputs.putAll(types(Columns.answer(OwnDeadline.class)));
        }
        return new Contract(types(question), outputs);
    }

    /** Whether a table may ask for it: it is given, or known of the order that the table judges. */
    public static boolean isKnown(String table, String name) {
        Class<?> question = QUESTIONS.get(table);
        return question == null || Columns.isKnown(question, name);
    }

    /** The words with which a model asks for dates of its own. */
    public static Stream<String> wordsIn(String model) {
        return OwnDeadline.askedIn(model);
    }

    private static boolean isOfModels(String table) {
        return table.equals(Columns.table(OwnDeadline.class));
    }

    /** All tables that code asks. */
    public static Set<String> asked() {
        return QUESTIONS.keySet();
    }

    /** What a text in FEEL, such as a cell, asks for by name. */
    public static Set<String> names(String feel) {
        return TableCheck.names(feel).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, Class<?>> types(Class<?> columns) {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        Columns.of(columns).forEach(column -> types.put(column.getName(), column.getType()));
        return types;
    }

    private static Map<String, Class<?>> questions() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Question.class));
        return scanner.findCandidateComponents(CODE).stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(Objects.requireNonNull(name), null))
                .filter(question -> !Columns.isOfModels(question))
                .collect(Collectors.toMap(Columns::table, question -> question));
    }
}
