package org.tradeassurance.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.tradeassurance.TestClock;
import org.tradeassurance.acceptance.Api;
import org.tradeassurance.acceptance.Api.Answer;
import org.tradeassurance.acceptance.Draft;
import org.tradeassurance.cost.StatementCounter.Cost;

/** Counts what one whole order sends to the database, from the draft to the last timer, and holds the figure down. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "trade-assurance.webhooks=")
@DirtiesContext
class OrderCostTest {

    private static final int MOST_STATEMENTS = 815;
    private static final int MOST_ROUND_TRIPS = 555;
    private static final int MOST_JOBS = 100;

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    private StatementCounter counter;

    private final Map<String, Cost> steps = new LinkedHashMap<>();
    private final Map<String, Integer> texts = new TreeMap<>();

    @TestConfiguration(proxyBeanMethods = false)
    static class Counting {

        @Bean
        static StatementCounter statementCounter() {
            return new StatementCounter();
        }
    }

    @AfterEach
    void resetClock() {
        new TestClock(management).reset();
    }

    @Test
    void oneOrderFromDraftToTheEndOfItsCoverage() {
        TestClock clock = new TestClock(management);
        clock.set("2015-11-27T01:00:00Z");
        play(clock, "S-1002", "globex@example.org");
        steps.clear();
        texts.clear();

        clock.set("2015-11-27T01:00:00Z");
        play(clock, "S-1001", "acme@example.com");

        Cost total = steps.values().stream().reduce(Cost.NOTHING, Cost::plus);
        print(total);
        assertThat(total.statements()).isBetween(100, MOST_STATEMENTS);
        assertThat(total.roundTrips()).isBetween(100, MOST_ROUND_TRIPS);
    }

    /** The first order warms caches, the second is counted. */
    private void play(TestClock clock, String supplier, String buyer) {
        Api platform = new Api(port, "platform");
        Draft draft = Draft.of(supplier, buyer)
                .amounts("400.00", "120.00")
                .with("/coverage", "POST_DELIVERY")
                .with("/shipping/shipBy/date", "2015-12-27");
        String no = posted("Submit the draft", 201, "/orders", draft.json()).text("/orderNo");
        String order = "/orders/" + no;
        jobs("  job: check the export service");
        posted("Buyer confirms", 200, order + "/confirmations", "{\"party\": \"BUYER\", \"contractVersion\": 1}");
        posted("Deposit comes", 202, "/remittances", money("D", no, "120.00"));
        jobs("  job: create the export order");
        posted("Supplier declares shipment", 200, order + "/shipment-declaration", "{}");
        String exportOrder = platform.get(order).text("/shipment/exportOrders/0/exportOrderNo");
        posted("Goods are cleared", 202, "/customs-clearances", """
                {"exportOrderNo": "%s", "clearedOn": "2015-11-27", "reference": "C-%s"}
                """.formatted(exportOrder, no));
        posted("Balance comes", 202, "/remittances", money("B", no, "280.00"));
        posted("Buyer confirms receipt", 200, order + "/goods-receipt", "{}");
        posted("Buyer leaves feedback", 200, order + "/feedback", "{\"text\": \"Good lamps\", \"rating\": 5}");
        posted("Supplier replies", 200, order + "/feedback/reply", "{\"text\": \"Thank you\"}");
        clock.set(clock.now().plus(Duration.ofDays(7)));
        jobs("  job: coverage ends");
        assertThat(platform.get(order).text("/coverage/state")).isEqualTo("RELEASED");
    }

    private static String money(String leg, String no, String amount) {
        return """
                {"bankReference": "%s-%s", "orderNo": "%s", "amount": "%s", "currency": "USD", "method": "TT"}
                """.formatted(leg, no, no, amount);
    }

    private Answer posted(String step, int status, String path, String body) {
        List<Answer> answers = new ArrayList<>();
        counted(step, () -> answers.add(new Api(port, "platform").post(path, body)));
        Answer answer = answers.get(0);
        assertThat(answer.status()).as(step + ": " + answer.body()).isEqualTo(status);
        return answer;
    }

    private void jobs(String step) {
        for (int ran = 0; ran < MOST_JOBS; ran++) {
            List<Job> due = management
                    .createJobQuery()
                    .executable()
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 1);
            if (due.isEmpty()) {
                return;
            }
            counted(step, () -> management.executeJob(due.get(0).getId()));
        }
    }

    private void counted(String step, Runnable action) {
        counter.on();
        action.run();
        steps.merge(step, counter.off(), Cost::plus);
        counter.texts().forEach((text, times) -> texts.merge(text, times, Integer::sum));
    }

    private void print(Cost total) {
        StringBuilder table = new StringBuilder("%n%-34s %10s %11s %10s %7s%n"
                .formatted("one order", "statements", "round trips", "savepoints", "commits"));
        steps.forEach((step, cost) -> table.append(row(step, cost)));
        table.append(row("all", total));
        int engine = texts.entrySet().stream()
                .filter(text -> text.getKey().toLowerCase(Locale.ROOT).contains(" act_"))
                .mapToInt(Map.Entry::getValue)
                .sum();
        table.append("%d statements are the engine's, %d our own%n".formatted(engine, total.statements() - engine));
        texts.entrySet().stream()
                .filter(text -> text.getValue() > 3)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(text -> table.append("%4d  %.150s%n".formatted(text.getValue(), text.getKey())));
        System.out.println(table);
    }

    private static String row(String step, Cost cost) {
        return "%-34s %10d %11d %10d %7d%n"
                .formatted(step, cost.statements(), cost.roundTrips(), cost.savepoints(), cost.commits());
    }
}
