package org.tradeassurance.process;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OrderNo;

/** The decision tables, asked from code. An order is judged by the tables of its own deployment; what belongs to no order by the latest. */
@Component
public class Decisions {

    private final CommandExecutor engine;
    private final RepositoryService repository;
    private final JdbcClient jdbc;

    /** A deployed table never changes. */
    private final Map<String, DmnDecision> byDeploymentAndKey = new ConcurrentHashMap<>();

    /** The engine is opened when a table is first asked: views ask too, and they are built before it. */
    Decisions(@Lazy CommandExecutor engine, @Lazy RepositoryService repository, JdbcClient jdbc) {
        this.engine = engine;
        this.repository = repository;
        this.jdbc = jdbc;
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
        return engine.execute(context -> context.runWithoutAuthorization(() -> {
            DmnDecision own = no == null ? null : ownTable(no, table);
            DmnDecisionTableResult result = own == null ? null : evaluate(own, inputs);
            if (result == null || result.isEmpty()) {
                result = evaluate(latestTable(table), inputs);
            }
            if (result.isEmpty()) {
                throw new IllegalStateException("No rule of table %s matches %s".formatted(table, inputs));
            }
            return new Verdict(table, result.getSingleResult().getEntryMap());
        }));
    }

    private static DmnDecisionTableResult evaluate(DmnDecision table, Map<String, Object> inputs) {
        return Context.getProcessEngineConfiguration().getDmnEngine().evaluateDecisionTable(table, inputs);
    }

    private static DeploymentCache tables() {
        return Context.getProcessEngineConfiguration().getDeploymentCache();
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
    private @Nullable DmnDecision ownTable(OrderNo no, String table) {
        String deployment = deploymentOf(no);
        return deployment == null
                ? null
                : byDeploymentAndKey.computeIfAbsent(deployment + ' ' + table, key -> deployed(deployment, table));
    }

    private @Nullable DmnDecision deployed(String deployment, String table) {
        DecisionDefinition definition = repository
                .createDecisionDefinitionQuery()
                .deploymentId(deployment)
                .decisionDefinitionKey(table)
                .singleResult();
        return definition == null
                ? null
                : (DmnDecision) tables().findDeployedDecisionDefinitionById(definition.getId());
    }

    private static DmnDecision latestTable(String table) {
        return (DmnDecision) tables().findDeployedLatestDecisionDefinitionByKey(table);
    }

    private @Nullable String deploymentOf(OrderNo no) {
        var execution = Context.getBpmnExecutionContext();
        if (execution != null && no.value().equals(execution.getExecution().getProcessBusinessKey())) {
            return execution.getProcessDefinition().getDeploymentId();
        }
        return jdbc.sql("""
                        select p.deployment_id_
                          from act_ru_execution e
                          join act_re_procdef p on p.id_ = e.proc_def_id_
                         where e.business_key_ = :orderNo and e.parent_id_ is null and p.key_ = :process
                        """)
                .param("orderNo", no.value())
                .param("process", TradeOrderModel.PROCESS_TRADE_ORDER)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
