package org.tradeassurance.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Each two events that can both come to an order, at the same moment: started together, and queued at the order's lock in both orders, so
 * that the second has read what the first one changes. A pair of each state in every build ({@code -Draces.pairs}), all of them by
 * {@code -Draces.pairs=1000}, several times by {@code -Draces.times}, others by {@code -Draces.seed}.
 */
class RacesTest extends RaceFixture {

    private static final int PAIRS = Integer.getInteger("races.pairs", 1);
    private static final int TIMES = Integer.getInteger("races.times", 1);
    private static final long SEED = Long.getLong("races.seed", 1);
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(400);

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    @Autowired
    private DataSource dataSource;

    private static int races;

    @BeforeEach
    void quotaForAll() {
        supplier(supplier, "CN", "999999999.00", true);
    }

    @AfterAll
    static void stop() {
        THREADS.shutdown();
        System.out.printf("%d races, -Draces.seed=%d%n", races, SEED);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("Two events at once end as one of them after the other")
    void twoAtOnceEndAsOneAfterTheOther(WaitState state) throws Exception {
        List<Pair> pairs = pairs(state.events());
        Collections.shuffle(pairs, new Random(SEED + state.name().hashCode()));
        List<String> wrong = new ArrayList<>();
        for (Pair pair : pairs.subList(0, Math.min(PAIRS, pairs.size()))) {
            check(state, pair, wrong);
        }
        assertThat(wrong).as("seed %d", SEED).isEmpty();
    }

    /** Two events that can both come. */
    private record Pair(Event one, Event other) {}

    /** Every two events, an event and itself included: clicked twice, notified twice. */
    private static List<Pair> pairs(List<Event> events) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            for (int j = i; j < events.size(); j++) {
                pairs.add(new Pair(events.get(i), events.get(j)));
            }
        }
        return pairs;
    }

    private void check(WaitState state, Pair pair, List<String> wrong) throws Exception {
        Outcome inOrder = serial(state, pair, true);
        Outcome reversed = serial(state, pair, false);
        assertThat(inOrder.one()).as("%s takes %s", state, pair.one()).startsWith("2");
        assertThat(reversed.other()).as("%s takes %s", state, pair.other()).startsWith("2");
        for (int i = 0; i < TIMES; i++) {
            for (Start start : Start.values()) {
                races++;
                Outcome raced = race(state, pair, start);
                if (!raced.equalsSerial(inOrder) && !raced.equalsSerial(reversed)) {
                    wrong.add("%n%s: %s AND %s (%s)%n  %s%n  %s"
                            .formatted(
                                    state,
                                    pair.one(),
                                    pair.other(),
                                    start,
                                    raced.unlike(inOrder),
                                    raced.unlike(reversed)));
                }
            }
        }
    }

    private Outcome serial(WaitState state, Pair pair, boolean inOrder) {
        String no = driven(state);
        Ready one = ready(no, pair.one(), "1");
        Ready other = ready(no, pair.other(), "2");
        String first = (inOrder ? one : other).come();
        String second = (inOrder ? other : one).come();
        return Outcome.of(jdbc, no, inOrder ? first : second, inOrder ? second : first);
    }

    private enum Start {
        TOGETHER,
        QUEUED_IN_ORDER,
        QUEUED_REVERSED
    }

    private Outcome race(WaitState state, Pair pair, Start start) throws Exception {
        String no = driven(state);
        Ready one = ready(no, pair.one(), "1");
        Ready other = ready(no, pair.other(), "2");
        if (start == Start.TOGETHER) {
            CyclicBarrier barrier = new CyclicBarrier(2);
            Future<String> first = THREADS.submit(() -> afterBarrier(barrier, one));
            Future<String> second = THREADS.submit(() -> afterBarrier(barrier, other));
            return Outcome.of(jdbc, no, answer(first), answer(second));
        }
        boolean inOrder = start == Start.QUEUED_IN_ORDER;
        List<Future<String>> answers = queued(no, inOrder ? one : other, inOrder ? other : one);
        return Outcome.of(jdbc, no, answer(answers.get(inOrder ? 0 : 1)), answer(answers.get(inOrder ? 1 : 0)));
    }

    private static String afterBarrier(CyclicBarrier barrier, Ready event) throws Exception {
        barrier.await();
        return event.come();
    }

    private static String answer(Future<String> event) throws Exception {
        return event.get(30, TimeUnit.SECONDS);
    }

    /** Both come while the order is locked by somebody else, the second after the first. */
    private List<Future<String>> queued(String no, Ready first, Ready second) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement lock =
                    connection.prepareStatement("select 1 from trade_order where order_no = ? for update")) {
                lock.setString(1, no);
                lock.executeQuery().close();
                Future<String> one = THREADS.submit(first::come);
                awaitQueue(1, one);
                Future<String> other = THREADS.submit(second::come);
                awaitQueue(2, other);
                return List.of(one, other);
            } finally {
                connection.rollback();
            }
        }
    }

    private void awaitQueue(long length, Future<String> last) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end && !last.isDone() && queueLength() < length) {
            Thread.sleep(2);
        }
    }

    private long queueLength() {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
                        """).query(Long.class).single();
    }
}
