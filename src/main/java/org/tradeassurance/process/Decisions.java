package org.tradeassurance.process;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OrderNo;

/** The decision tables, asked from code. An order is judged by the tables of its own deployment; what belongs to no order by the latest. */
@Component
public class Decisions {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Map<String, String> idsByDeploymentAndKey = new ConcurrentHashMap<>();

    Decisions(DecisionService decisions, RepositoryService repository, RuntimeService runtime) {
        this.decisions = decisions;
        this.repository = repository;
        this.runtime = runtime;
    }

    /** The outputs of the rule that matched. */
    public record Verdict(String table, Map<String, Object> outputs) {

        public String text(String output) {
            return value(output).toString();
        }

        public int number(String output) {
            return ((Number) value(output)).intValue();
        }

        public boolean yes(String output) {
            return (Boolean) value(output);
        }

        /** Null where the cell is empty. */
        public @Nullable Integer numberIfAny(String output) {
            return outputs.get(output) == null ? null : number(output);
        }

        private Object value(String output) {
            Object value = outputs.get(output);
            if (value == null) {
                throw new IllegalStateException("Table %s gives no %s".formatted(table, output));
            }
            return value;
        }
    }

    /**
     * Evaluates a table for an order. What its own deployment does not know yet, since a later release brought the table or the row, the
     * latest says.
     *
     * @param inputs money as whole cents ({@code Long}), dates as {@code LocalDate}
     * @return the outputs of the one rule that matched
     * @throws IllegalStateException if no rule matched: the table has a gap
     */
    public Verdict evaluate(@Nullable OrderNo no, String table, Map<String, Object> inputs) {
        return withoutAuthorization(() -> {
            String own = no == null ? null : ownTable(no, table);
            DmnDecisionTableResult result = own == null ? null : decisions.evaluateDecisionTableById(own, inputs);
            if (result == null || result.isEmpty()) {
                result = decisions.evaluateDecisionTableByKey(table, inputs);
            }
            if (result.isEmpty()) {
                throw new IllegalStateException("No rule of table %s matches %s".formatted(table, inputs));
            }
            return new Verdict(table, result.getSingleResult().getEntryMap());
        });
    }

    /** The number of days that the table {@code order-deadlines} gives a deadline. */
    public int days(@Nullable OrderNo no, String deadline, LocalDate onDate) {
        return evaluate(no, "order-deadlines", Map.of("deadline", deadline, "onDate", onDate))
                .number("days");
    }

    /** What the table {@code order-policies} chooses for an order. */
    public String policy(OrderNo no, String policy, LocalDate onDate) {
        return evaluate(no, "order-policies", Map.of("policy", policy, "onDate", onDate))
                .text("choice");
    }

    /** Null for an order whose process has ended, and for a table that came after the order's deployment. */
    private @Nullable String ownTable(OrderNo no, String table) {
        String deployment = deploymentOf(no);
        if (deployment == null) {
            return null;
        }
        String key = deployment + ' ' + table;
        String known = idsByDeploymentAndKey.get(key);
        if (known != null) {
            return known;
        }
        DecisionDefinition definition = repository
                .createDecisionDefinitionQuery()
                .deploymentId(deployment)
                .decisionDefinitionKey(table)
                .singleResult();
        if (definition == null) {
            return null;
        }
        idsByDeploymentAndKey.put(key, definition.getId());
        return definition.getId();
    }

    private @Nullable String deploymentOf(OrderNo no) {
        var execution = Context.getBpmnExecutionContext();
        if (execution != null && no.value().equals(execution.getExecution().getProcessBusinessKey())) {
            return execution.getProcessDefinition().getDeploymentId();
        }
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(no.value(), TradeOrderModel.PROCESS_TRADE_ORDER)
                .singleResult();
        if (instance == null) {
            return null;
        }
        ProcessDefinition definition = repository.getProcessDefinition(instance.getProcessDefinitionId());
        return definition.getDeploymentId();
    }

    private static <T> T withoutAuthorization(Callable<T> call) {
        CommandContext command = Context.getCommandContext();
        try {
            return command == null ? call.call() : command.runWithoutAuthorization(call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
