package org.tradeassurance.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnDecisionContext;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionResultEntriesImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionResultImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.RuleOrderHitPolicyHandler;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Which version of a table judges: that of an order's own deployment, but for rows with a date, which reach an order from newer ones, and for
 * words whose row was deleted (decision 0049).
 */
final class TablesInForce {

    private final DefaultDmnEngineConfiguration configuration;
    private final Supplier<TableVersions> versions;

    /** The rows with a date, by the id of their table's definition; a deployed table never changes. */
    private final Map<String, DmnDecision> dated = new ConcurrentHashMap<>();

    TablesInForce(DefaultDmnEngineConfiguration configuration, Supplier<TableVersions> versions) {
        this.configuration = configuration;
        this.versions = versions;
    }

    /** A model takes what the first output says; further ones are for code and screens. */
    static DmnDecisionResult firstOutput(DmnDecisionResult said) {
        return new DmnDecisionResultImpl(said.stream()
                .map(row -> {
                    DmnDecisionResultEntriesImpl first = new DmnDecisionResultEntriesImpl();
                    row.keySet().stream().findFirst().ifPresent(name -> first.putValue(name, row.getEntryTyped(name)));
                    return (DmnDecisionResultEntries) first;
                })
                .toList());
    }

    /**
     * The one that is asked, unless a newer one has a row with a date for this, or it lost a word's row.
     *
     * @param known what is given, and what else a version asks for
     */
    DmnDecision inForce(DmnDecision asked, VariableContext given, Function<DmnDecision, VariableMap> known) {
        if (!(asked instanceof DecisionDefinition own) || !(asked.getDecisionLogic() instanceof DmnDecisionTableImpl)) {
            return asked;
        }
        TypedValue onDate = given.resolve(Columns.ON_DATE);
        if (onDate != null && onDate.getValue() instanceof String day) {
            DmnDecision newer = versions.get()
                    .newer(own.getKey(), own.getVersion(), LocalDate.parse(day))
                    .map(versions.get()::table)
                    .orElse(asked);
            if (newer != asked && answers(datedRows(newer), known.apply(newer))) {
                return newer;
            }
        }
        return DeployedTables.rowsSayTheWords(own.getKey()) && !answers(asked, known.apply(asked))
                ? before(asked, own.getKey(), known)
                : asked;
    }

    /** The newest version that still has a row for the word; the same where none has. */
    private DmnDecision before(DmnDecision asked, String table, Function<DmnDecision, VariableMap> known) {
        return versions.get().of(table).stream()
                .map(versions.get()::table)
                .filter(version -> answers(version, known.apply(version)))
                .findFirst()
                .orElse(asked);
    }

    private boolean answers(DmnDecision table, VariableMap known) {
        return !just(table, known).isEmpty();
    }

    /** What this very version says, without anybody being told. */
    DmnDecisionResult just(DmnDecision table, VariableMap known) {
        return new DefaultDmnDecisionContext(configuration) {
            @Override
            protected void generateDecisionEvaluationEvent(List<DmnDecisionLogicEvaluationEvent> evaluated) {
                // It is only tried.
            }
        }.evaluateDecision(table, known.asVariableContext());
    }

    private DmnDecision datedRows(DmnDecision table) {
        return dated.computeIfAbsent(((DecisionDefinition) table).getId(), id -> {
            DmnDecisionTableImpl all = rows(table);
            int[] columns = IntStream.range(0, all.getInputs().size())
                    .filter(column -> all.getInputs()
                            .get(column)
                            .getExpression()
                            .getExpression()
                            .contains(Columns.ON_DATE))
                    .toArray();
            DmnDecisionTableImpl some = new DmnDecisionTableImpl();
            some.setHitPolicyHandler(new RuleOrderHitPolicyHandler());
            some.setInputs(all.getInputs());
            some.setOutputs(all.getOutputs());
            some.setRules(all.getRules().stream()
                    .filter(row -> IntStream.of(columns).anyMatch(column -> asks(row, column)))
                    .toList());
            DmnDecisionImpl rows = new DmnDecisionImpl();
            rows.setKey(table.getKey());
            rows.setName(table.getName());
            rows.setDecisionLogic(some);
            return rows;
        });
    }

    private static boolean asks(DmnDecisionTableRuleImpl row, int column) {
        return Stream.ofNullable(row.getConditions().get(column).getExpression())
                .map(String::strip)
                .anyMatch(cell -> !cell.isEmpty() && !cell.equals("-"));
    }

    private static DmnDecisionTableImpl rows(DmnDecision table) {
        return (DmnDecisionTableImpl) table.getDecisionLogic();
    }
}
