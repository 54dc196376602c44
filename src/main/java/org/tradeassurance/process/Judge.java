package org.tradeassurance.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnDecisionContext;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableResultImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tradeassurance.order.DecisionTaken;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;

/** The engine of decision tables, asked by code and by business rule tasks alike: what a table says about an order is kept (decision 0044). */
public final class Judge extends DefaultDmnEngine {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    private final Supplier<JudgedOrders> orders;
    private final TablesInForce tables;

    /** The names that stand in a table, by the id of its definition; a deployed table never changes. */
    private final Map<String, Set<String>> names = new ConcurrentHashMap<>();

    private Judge(
            DefaultDmnEngineConfiguration configuration,
            Supplier<JudgedOrders> orders,
            Supplier<TableVersions> versions) {
        super(configuration);
        this.orders = orders;
        this.tables = new TablesInForce(configuration, versions);
    }

    /**
     * Settings whose engine is a judge.
     *
     * @param orders asked for when the first table is
     * @param versions the same
     */
    public static DefaultDmnEngineConfiguration configuration(
            Supplier<JudgedOrders> orders, Supplier<TableVersions> versions) {
        return new DefaultDmnEngineConfiguration() {
            @Override
            public DmnEngine buildEngine() {
                init();
                return new Judge(this, orders, versions);
            }
        };
    }

    /** Asked by models, which take what the first output says; further ones are for code and screens. */
    @Override
    public DmnDecisionResult evaluateDecision(DmnDecision table, VariableContext given) {
        return TablesInForce.firstOutput(judgeProcess(table, given));
    }

    @Override
    public DmnDecisionTableResult evaluateDecisionTable(DmnDecision table, VariableContext given) {
        return DmnDecisionTableResultImpl.wrap(judgeProcess(table, given));
    }

    /** A model states what only it knows; the date whose rules hold is found out as facts are. */
    private DmnDecisionResult judgeProcess(DmnDecision table, VariableContext given) {
        OrderNo no = orderOfProcess();
        return judge(
                no,
                () -> orders.get().find(no),
                table,
                given.containsVariable(Columns.ON_DATE) ? given : dated(no, given));
    }

    private VariableContext dated(@Nullable OrderNo no, VariableContext given) {
        VariableMap dated = Variables.createVariables();
        given.keySet().forEach(name -> dated.put(name, given.resolve(name)));
        return dated.putValue(Columns.ON_DATE, orders.get().rulesDate(no).toString())
                .asVariableContext();
    }

    /** What this very version says of no order, without anybody being told. */
    DmnDecisionResult tried(DmnDecision table, Map<String, Object> given) {
        VariableContext inputs = Variables.fromMap(given).asVariableContext();
        return tables.just(table, known(table, () -> null, inputs));
    }

    /**
     * Asks a table about an order as a step has it in hand, or as it is stored.
     *
     * @param no null for what belongs to no order
     * @param order null for the one that is stored
     */
    DmnDecisionTableResult judge(
            @Nullable OrderNo no, @Nullable Order order, DmnDecision table, Map<String, Object> given) {
        Supplier<@Nullable Order> asked = () -> order == null ? orders.get().find(no) : order;
        return DmnDecisionTableResultImpl.wrap(
                judge(no, asked, table, Variables.fromMap(given).asVariableContext()));
    }

    private DmnDecisionResult judge(
            @Nullable OrderNo no, Supplier<@Nullable Order> order, DmnDecision table, VariableContext given) {
        DmnDecision judging = tables.inForce(table, given, asked -> known(asked, order, given));
        VariableMap known = known(judging, order, given);
        Evaluation evaluation = new Evaluation(dmnEngineConfiguration);
        DmnDecisionResult result = evaluation.evaluateDecision(judging, known.asVariableContext());
        if (no != null && TransactionSynchronizationManager.isActualTransactionActive()) {
            evaluation.tables.forEach(said -> said.getMatchingRules()
                    .forEach(row -> orders.get().keep(no, taken(said.getDecisionTable(), row, known))));
        }
        return result;
    }

    private VariableMap known(DmnDecision table, Supplier<@Nullable Order> order, VariableContext given) {
        VariableMap known = Variables.createVariables();
        given.keySet().forEach(name -> known.put(name, given.resolve(name)));
        graph(table)
                .flatMap(asked -> names(asked).stream())
                .distinct()
                .filter(name -> !known.containsKey(name))
                .map(TableFact::named)
                .filter(Objects::nonNull)
                .forEach(fact -> known.put(fact.column(), orders.get().fact(fact, order.get())));
        return known;
    }

    /** A table with those that it requires first. */
    private static Stream<DmnDecision> graph(DmnDecision table) {
        return Stream.concat(
                Stream.of(table), table.getRequiredDecisions().stream().flatMap(Judge::graph));
    }

    private static @Nullable OrderNo orderOfProcess() {
        var process = Context.getBpmnExecutionContext();
        String key = process == null ? null : process.getExecution().getProcessBusinessKey();
        return key != null && OrderNo.isOrderNo(key) ? new OrderNo(key) : null;
    }

    private DecisionTaken taken(DmnDecision table, DmnEvaluatedDecisionRule row, VariableMap known) {
        DecisionDefinition deployed = (DecisionDefinition) table;
        Map<String, Object> inputs = new TreeMap<>();
        known.forEach((name, value) -> {
            if (value != null && names(table).contains(name)) {
                inputs.put(name, value);
            }
        });
        Map<String, Object> outputs = new TreeMap<>();
        row.getOutputEntries().values().forEach(output -> {
            if (output.getValue().getValue() != null) {
                outputs.put(output.getOutputName(), output.getValue().getValue());
            }
        });
        return new DecisionTaken(deployed.getKey(), deployed.getDeploymentId(), row.getId(), inputs, outputs);
    }

    private Set<String> names(DmnDecision table) {
        return names.computeIfAbsent(
                ((DecisionDefinition) table).getId(),
                id -> table.getDecisionLogic() instanceof DmnDecisionTableImpl logic
                        ? texts(logic)
                                .flatMap(text -> NAME.matcher(
                                                QUOTED.matcher(text).replaceAll(""))
                                        .results())
                                .map(MatchResult::group)
                                .collect(Collectors.toUnmodifiableSet())
                        : Set.of());
    }

    private static Stream<String> texts(DmnDecisionTableImpl table) {
        return Stream.concat(
                        table.getInputs().stream().map(column -> column.getExpression()),
                        table.getRules().stream()
                                .flatMap(row ->
                                        Stream.concat(row.getConditions().stream(), row.getConclusions().stream())))
                .map(DmnExpressionImpl::getExpression)
                .filter(text -> text != null);
    }

    /** One evaluation, with what each table said, those that a table requires first. */
    private static final class Evaluation extends DefaultDmnDecisionContext {

        private List<DmnDecisionTableEvaluationEvent> tables = List.of();

        private Evaluation(DefaultDmnEngineConfiguration configuration) {
            super(configuration);
        }

        @Override
        protected void generateDecisionEvaluationEvent(List<DmnDecisionLogicEvaluationEvent> evaluated) {
            tables = evaluated.stream()
                    .filter(DmnDecisionTableEvaluationEvent.class::isInstance)
                    .map(DmnDecisionTableEvaluationEvent.class::cast)
                    .toList();
            super.generateDecisionEvaluationEvent(evaluated);
        }
    }
}
