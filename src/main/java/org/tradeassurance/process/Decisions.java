package org.tradeassurance.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;

/** The decision tables, asked from code. An order is judged by the tables of its own deployment; what belongs to no order by the latest. */
@Component
public class Decisions {

    private final CommandExecutor engine;
    private final TableVersions versions;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** The engine is opened when a table is first asked: views ask too, and they are built before it. */
    Decisions(@Lazy CommandExecutor engine, TableVersions versions, JdbcClient jdbc, Clock clock) {
        this.engine = engine;
        this.versions = versions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What the tables say about an order, by the rows of the date whose rules hold for it (section 17).
     *
     * @throws IllegalStateException if no row answers, or not what the code needs
     */
    public <A extends Record> A of(Order order, Question<A> question) {
        return ask(order.no(), order, question, question.inputs(order, clock.instant()));
    }

    /** What they say of something that is judged by the rows of today: who may trade, dates that are told, points, sanctions. */
    public <A extends Record> A today(@Nullable OrderNo no, Question<A> question) {
        return ask(no, null, question, question.inputs(BusinessTime.dateOf(clock.instant())));
    }

    /** The same of an order that may not be stored yet. */
    public <A extends Record> A ofToday(Order order, Question<A> question) {
        return ask(order.no(), order, question, question.inputs(BusinessTime.dateOf(clock.instant())));
    }

    /** The same of something that is judged by the rows of another day. */
    public <A extends Record> A on(LocalDate day, Order order, Question<A> question) {
        return ask(order.no(), order, question, question.inputs(day));
    }

    /** The words that the newest table has rows for, in their sequence, and what it says today of each; a word without a row today is left out. */
    public <A extends Record> Map<String, A> today(Function<String, ? extends Question<A>> questions) {
        DecisionTable asked = Columns.asked(questions.apply("").getClass());
        LocalDate today = BusinessTime.dateOf(clock.instant());
        return engine.execute(context -> context.runWithoutAuthorization(() -> {
            DmnDecision newest = newest(asked.value());
            Map<String, A> answers = new LinkedHashMap<>();
            for (String word : TableCheck.words(newest, asked.words())) {
                Question<A> question = questions.apply(word);
                DmnDecisionResult row = judge().tried(newest, question.inputs(today));
                if (!row.isEmpty()) {
                    answers.put(
                            word, Columns.answer(question, row.getSingleResult().getEntryMap()));
                }
            }
            return answers;
        }));
    }

    /** The days that an order's table gives a deadline. */
    public int days(Order order, Deadline deadline) {
        return deadline.in(of(order, new Deadline.Of(deadline)));
    }

    public int daysToday(Deadline deadline) {
        return deadline.in(today(null, new Deadline.Of(deadline)));
    }

    /** Whether the order's table has chosen this. */
    public boolean chose(Order order, Policy policy, Policy.Choice choice) {
        return of(order, new Policy.Of(policy)).choice() == choice;
    }

    private <A extends Record> A ask(
            @Nullable OrderNo no, @Nullable Order order, Question<A> question, Map<String, Object> inputs) {
        return Columns.answer(question, evaluate(no, order, Columns.table(question.getClass()), inputs));
    }

    /** What an order's own deployment does not know yet, since a later release brought the table or the row, the newest says. */
    private Map<String, Object> evaluate(
            @Nullable OrderNo no, @Nullable Order order, String table, Map<String, Object> inputs) {
        return engine.execute(context -> context.runWithoutAuthorization(() -> {
            DmnDecision own = no == null ? null : own(no, table);
            DmnDecisionTableResult result = own == null ? null : judge().judge(no, order, own, inputs);
            if (result == null || result.isEmpty()) {
                result = judge().judge(no, order, newest(table), inputs);
            }
            if (result.isEmpty()) {
                throw new IllegalStateException("No rule of table %s matches %s".formatted(table, inputs));
            }
            return result.getSingleResult().getEntryMap();
        }));
    }

    private static Judge judge() {
        return (Judge) Context.getProcessEngineConfiguration().getDmnEngine();
    }

    /** Null for an order whose process has ended, and for a table that came after the order's deployment. */
    private @Nullable DmnDecision own(OrderNo no, String table) {
        String deployment = deploymentOf(no);
        return versions.of(table).stream()
                .filter(version -> version.deployment().equals(deployment))
                .findFirst()
                .map(versions::table)
                .orElse(null);
    }

    private DmnDecision newest(String table) {
        return versions.of(table).stream()
                .findFirst()
                .map(versions::table)
                .orElseThrow(() -> new IllegalStateException("Table %s is not deployed".formatted(table)));
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
