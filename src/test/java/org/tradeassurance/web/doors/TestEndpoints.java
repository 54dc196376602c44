package org.tradeassurance.web.doors;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.PageRequest;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** A little business behind the doors: notes that can be written, refused, delayed and broken. */
@TestConfiguration(proxyBeanMethods = false)
public class TestEndpoints {

    @Bean
    @Primary
    AccessTable tableWithNotes() {
        List<Access> rows = new ArrayList<>(AccessTable.read().rows());
        for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
            rows.add(Access.parse(method + " /api/v1/test/notes, platform supplier staff"));
        }
        rows.add(Access.parse("GET /api/v1/test/notes/{no}, platform supplier staff"));
        rows.add(Access.parse("POST /api/v1/test/platform, platform"));
        return new AccessTable(rows);
    }

    /** Each field has its use in a test; {@code then} says how the call ends. */
    record Note(
            @Nullable String text,
            @Nullable Money amount,
            @Nullable Integer count,
            @Nullable Boolean flag,
            @Nullable Party party,
            @Nullable LocalDate day,
            @Nullable Instant at,
            @Nullable List<Note> lines,
            @Nullable String then) {}

    /** The endpoints; not for the contexts of other tests. */
    @TestComponent
    @RestController
    @RequestMapping("/api/v1/test")
    public static class Notes {

        private final JdbcClient jdbc;
        private final AtomicInteger attempts = new AtomicInteger();
        private CountDownLatch entered = new CountDownLatch(1);
        private CountDownLatch released = new CountDownLatch(1);
        private Runnable between = () -> {};

        Notes(JdbcClient jdbc) {
            this.jdbc = jdbc;
            jdbc.sql("create table if not exists test_note (id serial primary key, text text not null)")
                    .update();
        }

        int written(String text) {
            return jdbc.sql("select count(*) from test_note where text = :text")
                    .param("text", text)
                    .query(Integer.class)
                    .single();
        }

        AtomicInteger attempts() {
            attempts.set(0);
            return attempts;
        }

        CountDownLatch holdNext() {
            entered = new CountDownLatch(1);
            released = new CountDownLatch(1);
            return released;
        }

        void awaitEntered() throws InterruptedException {
            if (!entered.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("Nobody came");
            }
        }

        @PostMapping("/notes")
        ResponseEntity<Map<String, Object>> write(@RequestBody Note note) throws InterruptedException {
            int attempt = attempts.incrementAndGet();
            int id = jdbc.sql("insert into test_note (text) values (:text) returning id")
                    .param("text", String.valueOf(note.text()))
                    .query(Integer.class)
                    .single();
            switch (String.valueOf(note.then())) {
                case "refuse" ->
                    throw new Refusal(Problem.QUOTA_EXCEEDED, new OrderNo("70058590568114"), "2000.00")
                            .with("free", "2000.00");
                case "break" -> throw new IllegalStateException("org.secret.Thing: select * from secret");
                case "conflict-once" -> conflict(attempt < 2);
                case "conflict-always" -> conflict(true);
                case "conflict-at-commit" -> beforeCommit(() -> conflict(attempt < 2));
                case "lose-reply" -> beforeCommit(between);
                case "refuse-then-run" -> {
                    if (attempt < 2) {
                        afterRollback(between);
                        throw new Refusal(Problem.QUOTA_EXCEEDED, new OrderNo("70058590568114"), "2000.00");
                    }
                }
                case "too-often" -> throw new Refusal(Problem.TOO_MANY_REQUESTS, null);
                case "hold" -> {
                    entered.countDown();
                    released.await(10, TimeUnit.SECONDS);
                }
                default -> {}
            }
            return ResponseEntity.created(URI.create("/api/v1/test/notes/" + id))
                    .eTag("3")
                    .body(Map.of("id", id, "text", String.valueOf(note.text())));
        }

        /** What happens right before the commit, or when an attempt has been rolled back and nothing more was done. */
        void between(Runnable action) {
            between = action;
        }

        private static void beforeCommit(Runnable action) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    action.run();
                }
            });
        }

        private static void afterRollback(Runnable action) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    action.run();
                }
            });
        }

        private static void conflict(boolean yes) {
            if (yes) {
                throw new CannotAcquireLockException("deadlock detected");
            }
        }

        @PostMapping("/platform")
        Map<String, String> platform(@RequestBody(required = false) @Nullable Note note) {
            return Map.of("done", "yes");
        }

        @PutMapping("/notes")
        Map<String, String> put(@RequestHeader("If-Match") String version, @RequestBody Note note) {
            return Map.of("version", version);
        }

        @DeleteMapping("/notes")
        ResponseEntity<Void> delete() {
            return ResponseEntity.noContent().build();
        }

        @GetMapping("/notes")
        Map<String, Object> list(
                @RequestParam(required = false) @Nullable Integer limit,
                @RequestParam(required = false) @Nullable String cursor) {
            return Map.of("limit", PageRequest.of(limit, cursor, "\\d+").limit());
        }

        @GetMapping("/notes/{no}")
        Map<String, String> get(@PathVariable OrderNo no) {
            throw Refusal.notFound();
        }

        /** Exists, but has no row. */
        @GetMapping("/forgotten")
        Map<String, String> forgotten() {
            return Map.of("open", "no");
        }
    }
}
