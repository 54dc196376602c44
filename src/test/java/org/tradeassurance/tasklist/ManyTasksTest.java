package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.tradeassurance.acceptance.AcceptanceTest;

/**
 * How long a desk waits in the browser with many open tasks:
 * {@code ./mvnw test-compile surefire:test -Dtest=ManyTasksTest -Ddesk.tasks=20000}.
 */
@EnabledIfSystemProperty(named = "desk.tasks", matches = "\\d+")
@DirtiesContext
class ManyTasksTest extends AcceptanceTest {

    private static final int TASKS = Integer.getInteger("desk.tasks", 0);
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    /** How many of a hundred tasks wait at which step. */
    private static final Map<String, Double> SHARES = new LinkedHashMap<>();

    // Those that need the most time come first: reaching one runs what falls due for those before.
    static {
        SHARES.put("chaseBalance", 3.0);
        SHARES.put("decideOnUnpaidOrder", 6.0);
        SHARES.put("chaseLateShipment", 2.0);
        SHARES.put("confirmReceipt", 18.0);
        SHARES.put("leaveFeedback", 8.0);
        SHARES.put("replyToFeedback", 4.0);
        SHARES.put("declareShipment", 20.0);
        SHARES.put("completeDraft", 14.0);
        SHARES.put("confirmContractAsBuyer", 14.0);
        SHARES.put("confirmContractAsSupplier", 4.0);
        SHARES.put("acceptShortDeposit", 2.0);
        SHARES.put("decideOnCancellation", 1.0);
        SHARES.put("decideDispute", 1.0);
        SHARES.put("matchRemittance", 2.5);
        SHARES.put("traceClearance", 0.5);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identities;

    private final Map<String, List<Double>> waits = new LinkedHashMap<>();
    private final Map<String, List<Double>> requests = new TreeMap<>();

    @Test
    void aDeskWithManyOpenTasks() {
        staff("mei", "supplier-desk", "buyer-desk", "export-desk");
        generate();
        System.out.println(
                jdbc.sql("select task_def_key_ as step, count(*) from act_ru_task group by 1 order by 2 desc")
                        .query()
                        .listOfRows());
        measure("supplier-desk");
        measure("mei");
        print();
        assertThat(waits.get("mei: switch queue")).isNotEmpty();
    }

    @Test
    void theTablesOfItsQueues() {
        staff("lan", "supplier-desk", "buyer-desk", "export-desk");
        TaskTableTimes.of(port, "empty", "lan", this::keep);
        generate();
        TaskTableTimes.of(port, "full", "lan", this::keep);
        print();
        assertThat(waits.keySet()).anyMatch(what -> what.startsWith("full"));
    }

    private void staff(String name, String... desks) {
        var user = identities.newUser(name);
        user.setPassword("sandbox");
        identities.saveUser(user);
        for (String desk : desks) {
            identities.createMembership(name, desk);
        }
    }

    /** Each kind of task is reached once by the rules, then copied. */
    private void generate() {
        ManyTasks many = new ManyTasks(
                jdbc, List.of("mei", "supplier-desk", "buyer-desk", "li", "wang", "zhang", "chen", "liu", "yang"));
        Map<String, String> keys = new LinkedHashMap<>();
        for (String step : SHARES.keySet()) {
            at("2015-11-01T09:00:00");
            keys.put(step, reached(step));
        }
        SHARES.forEach((step, share) -> {
            int copies = (int) Math.round(TASKS * share / 100);
            String key = keys.getOrDefault(step, "");
            switch (step) {
                case "matchRemittance" -> many.copyStandAlone(key, "remittance", "remittance_id", copies);
                case "traceClearance" -> many.copyStandAlone(key, "customs_clearance", "clearance_id", copies);
                default -> many.copyOrder(key, copies);
            }
        });
        jdbc.sql("analyze").update();
    }

    private String reached(String step) {
        String no = reach(step);
        return jdbc.sql("""
                        select e.business_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                         where t.task_def_key_ = 'userTask_' || :step and (e.business_key_ = :no or :no = '')
                        """)
                .param("step", step)
                .param("no", no)
                .query(String.class)
                .single();
    }

    private String reach(String step) {
        return switch (step) {
            case "completeDraft" -> opened(draft().with("/submit", "false"));
            case "confirmContractAsBuyer" -> opened(draft());
            case "confirmContractAsSupplier" -> opened(draft().with("/origin", "BUYER_ORDER"));
            case "decideOnUnpaidOrder" -> {
                String no = agreed(draft());
                until("2015-11-17T09:00:00");
                yield no;
            }
            case "chaseLateShipment" -> {
                String no = paid(draft());
                until("2015-11-13T09:00:00");
                yield no;
            }
            case "acceptShortDeposit" -> then(agreed(draft()), no -> remitted(no, "11700.00"));
            case "decideOnCancellation" ->
                then(agreed(draft()), no -> act(no, "cancellations", "{\"party\":\"BUYER\",\"reason\":\"Plans\"}"));
            case "decideDispute" -> then(paid(draft()), no -> act(no, "disputes", """
                        {"party": "BUYER", "kind": "COMPLAINT", "reason": "Late"}
                        """));
            case "declareShipment" -> paid(draft());
            case "matchRemittance" -> {
                remit("LOST", "79999999999999", "125.50", "TT");
                yield "";
            }
            case "traceClearance" -> {
                cleared("EX-UNKNOWN", "2015-10-30");
                yield "";
            }
            default -> afterShipment(step);
        };
    }

    private static String then(String no, java.util.function.Consumer<String> action) {
        action.accept(no);
        return no;
    }

    private String afterShipment(String step) {
        String no = paid(draft());
        until("2015-11-10T09:00:00");
        shipped(no, "2015-11-10");
        if (step.equals("chaseBalance")) {
            until("2016-01-15T09:00:00");
            return no;
        }
        remitted(no, order(no).text("/amounts/balance"));
        if (!step.equals("confirmReceipt")) {
            ok(act(no, "goods-receipt", "{}"));
        }
        if (step.equals("replyToFeedback")) {
            ok(act(no, "feedback", "{\"text\": \"Good lamps\", \"rating\": 5}"));
        }
        return no;
    }

    private void measure(String user) {
        DeskBrowser browser = new DeskBrowser("http://localhost:" + port);
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            Page page = browser.open("zh-CN", user, TASKLIST);
            page.waitForSelector(".tasks-list .task");
            keep(user + ": login to first queue", (System.nanoTime() - start) / 1e6);
            if (round == 1) {
                work(user, page);
            }
            browser.leave();
        }
        assertThat(browser.complaints).isEmpty();
    }

    /** Tasklist opens with the first queue, and clicking the open one asks nothing: the first comes last. */
    private void work(String user, Page page) {
        page.onRequestFinished(request -> note(user, request));
        page.evaluate("addEventListener('click', () => { window.clickedAt = performance.now(); }, true)");
        page.waitForTimeout(3_000);
        Locator queues = page.locator(".task-filter");
        int count = queues.count();
        for (int next = 1; next <= count; next++) {
            Locator queue = queues.nth(next % count);
            StringBuilder line =
                    new StringBuilder("  %.0f".formatted(keep(user + ": switch queue", shown(page, queue))));
            for (int row = 0; row < 2; row++) {
                open(user, page, line);
            }
            System.out.println(line + " " + queue.innerText().strip().replaceAll("\\s+", " "));
        }
        page.waitForTimeout(25_000);
    }

    /** Clicks a queue and waits until the page shows the tasks that the server has answered. */
    private static double shown(Page page, Locator queue) {
        Object filter = queue.evaluate("row => angular.element(row).scope().filter.id");
        String answer = page.waitForResponse(
                        response -> response.url().contains("/filter/" + filter + "/list?"),
                        () -> queue.locator("a").first().click())
                .text();
        return sinceClick(page, """
                (() => {
                  const wanted = (JSON.parse(answer)._embedded.task || []).map(task => task.id);
                  const shown = [...document.querySelectorAll('.tasks-list li.task')].map(row => angular.element(row).scope().task.id);
                  return String(shown) === String(wanted);
                })()""", answer);
    }

    /** The next task that is not open yet; its form, then the order beside it. */
    private void open(String user, Page page, StringBuilder line) {
        Locator closed = page.locator(".tasks-list li.task:not(.active)");
        if (closed.count() == 0) {
            return;
        }
        page.evaluate("document.querySelectorAll('.fjs-container').forEach(form => form.remove())");
        closed.first().click();
        double form = sinceClick(page, "document.querySelector('.fjs-container .fjs-form-field')", "");
        line.append(" %.0f".formatted(keep(user + ": open task, form shown", form)));
        page.click(".nav-tabs a:has-text('订单')");
        double panel = sinceClick(
                page, "document.querySelector('.order') || document.body.innerText.includes(answer)", "此任务尚未对应任何订单");
        keep(user + ": order panel shown", panel);
        page.click(".nav-tabs a:has-text('表单')");
    }

    /** Milliseconds from the last click that the page got to the frame in which it shows something. */
    private static double sinceClick(Page page, String condition, String answer) {
        Object waited = page.waitForFunction(
                        "answer => (" + condition + ") && performance.now() - window.clickedAt", answer)
                .jsonValue();
        return ((Number) waited).doubleValue();
    }

    private void note(String user, Request request) {
        if (request.url().contains("/api/")) {
            String path = request.url()
                    .replaceAll("^http://[^/]+", "")
                    .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27,}", "ID")
                    .replaceAll("\\d{14}", "NO")
                    .replaceAll("noCache=\\d+", "noCache=N");
            requests.computeIfAbsent(user + ": " + request.method() + " " + path, key -> new ArrayList<>())
                    .add(request.timing().responseEnd);
        }
    }

    private double keep(String what, double milliseconds) {
        waits.computeIfAbsent(what, key -> new ArrayList<>()).add(milliseconds);
        return milliseconds;
    }

    private void print() {
        StringBuilder table = new StringBuilder("%n%d open tasks, milliseconds%n".formatted(TASKS));
        waits.forEach((what, times) -> table.append(row(what, times)));
        requests.forEach((what, times) -> table.append(row(what, times)));
        System.out.println(table);
    }

    private static String row(String what, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%-130.130s %4d times, median %6.0f, p95 %6.0f, worst %6.0f%n",
                what,
                times.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100),
                sorted.get(sorted.size() - 1));
    }
}
