package org.tradeassurance.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tradeassurance.Books;
import org.tradeassurance.OrderClock;
import org.tradeassurance.TestClock;
import org.tradeassurance.acceptance.Api;
import org.tradeassurance.acceptance.Api.Answer;
import org.tradeassurance.rulebook.Facts.Party;
import org.tradeassurance.rulebook.Facts.Status;

/** The running product that all chains play in, and what was counted. */
final class Stage {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final int MAX_JOBS = 500;

    /** What a party may do without anything coming of it. */
    private static final Set<String> ASIDE = Set.of("copy-link", "reminders", "request-modification", "disputes");

    private final int port;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final OrderClock time;
    private final Hands hands;
    private final Map<String, Api> accounts = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    Stage(int port, ManagementService management, TaskService tasks, JdbcClient jdbc, Hands hands) {
        this.port = port;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.clock = new TestClock(management);
        this.time = new OrderClock(clock, management, jdbc, MAX_JOBS);
        this.hands = hands;
    }

    TestClock clock() {
        return clock;
    }

    Hands hands() {
        return hands;
    }

    Api as(String account) {
        return accounts.computeIfAbsent(account, name -> new Api(port, name));
    }

    /** A desk completes the only task of a process. */
    void complete(String businessKey, Map<String, Object> fields) {
        tasks.complete(
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(businessKey)
                        .singleResult()
                        .getId(),
                fields);
    }

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    int counted(String what) {
        return counts.getOrDefault(what, 0);
    }

    String counts() {
        StringBuilder text = new StringBuilder();
        counts.forEach((what, times) -> text.append("%7d %s%n".formatted(times, what)));
        return text.toString();
    }

    int nextNumber() {
        return NUMBERS.incrementAndGet();
    }

    String newSupplier(String limit) {
        String supplier = "S-R" + nextNumber();
        Answer answer = as("platform").put("/suppliers/" + supplier, """
                {"name": "Supplier", "region": "CN", "quotaLimit": "%s", "assuranceActive": true}""".formatted(limit), Map.of());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return supplier;
    }

    /** Moves the clock and runs the jobs of one order; those of earlier chains keep theirs. Whether any ran. */
    boolean advance(String no, Duration duration) {
        return time.advance(no, clock.now().plus(duration));
    }

    /** Whoever must act has a task or an action; an order that is over leaves nothing behind. */
    void everybodyKnows(String no, Rulebook book) {
        boolean over = book.facts.terminal() && !book.facts.frozen();
        int running = jdbc.sql("select count(*) from act_ru_execution where business_key_ = :no")
                .param("no", no)
                .query(Integer.class)
                .single();
        boolean feedbackRuns = book.facts.is(Status.COMPLETED)
                && (book.facts.feedback.open(clock.now()) || book.facts.reply.open(clock.now()));
        if (over && !feedbackRuns) {
            assertThat(running).as("processes of order %s, which is over", no).isZero();
        }
        if (!over && !waitsForAParty(book)) {
            assertThat(tasks(no))
                    .as("tasks for somebody in order %s, which is %s", no, book.facts.status)
                    .isPositive();
        }
    }

    private static boolean waitsForAParty(Rulebook book) {
        return Stream.of(Party.values())
                .flatMap(party -> book.permissions.shown(party).stream())
                .anyMatch(action -> !ASIDE.contains(action));
    }

    private int tasks(String no) {
        return jdbc.sql("""
                        select count(*)
                          from act_ru_task t
                          join act_ru_execution e on e.id_ = t.proc_inst_id_
                          join act_ru_execution r on r.id_ = e.root_proc_inst_id_
                          join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null
                         where r.business_key_ = :no
                        """).param("no", no).query(Integer.class).single();
    }

    /** The events of an order are its operation record: all, once, numbered without a gap, and in its order. */
    void everythingIsTold(String no) {
        assertThat(strings("select sequence || ' ' || event from webhook where order_no = :no order by sequence", no))
                .as("events of order %s", no)
                .isEqualTo(strings("""
                        select row_number() over (order by id) || ' ' || action
                          from operation_record where order_no = :no order by id
                        """, no));
    }

    private List<String> strings(String sql, String no) {
        return jdbc.sql(sql).param("no", no).query(String.class).list();
    }

    void invariantsHold() {
        Books.balance(jdbc);
    }
}
