package org.tradeassurance.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tradeassurance.acceptance.AcceptanceTest;
import org.tradeassurance.web.doors.Browser;

/** The overview's figures are recounted from the orders that a test has played; each test begins with none. */
class OverviewTest extends AcceptanceTest {

    private static final String DISPUTE = "{\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"Late\"}";

    @BeforeEach
    void nothingYet() {
        ok(platform.post("/sandbox/reset", "{\"now\": \"2015-11-01T01:00:00Z\"}"));
        supplier(supplier, "CN", "200000.00", true);
    }

    private JsonNode overview() {
        return platform.get("/overview").body();
    }

    /** The row that has all these values. */
    private static JsonNode of(JsonNode rows, String... values) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row ->
                        Arrays.stream(values).allMatch(value -> row.toString().contains("\"" + value + "\"")))
                .findFirst()
                .orElseThrow();
    }

    private static String cells(JsonNode row, String... fields) {
        return Arrays.stream(fields).map(field -> row.path(field).asText()).collect(Collectors.joining(" "));
    }

    @Test
    @DisplayName("UI-03: each status counts its orders and their amounts as a recount of the list does")
    void phasesAreARecountOfTheOrders() {
        opened(draft().with("/origin", "INQUIRY"));
        opened(draft());
        agreed(draft());
        agreed(draft().amounts("3000.00", "1000.00"));
        ok(act(paid(draft()), "disputes", DISPUTE));
        ok(act(opened(draft()), "cancellations", "{\"party\":\"BUYER\",\"reason\":\"Plans\"}"));
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, BigDecimal> totals = new TreeMap<>();
        platform.get("/orders?limit=200").body().path("items").forEach(order -> {
            String status = order.path("status").asText();
            counts.merge(status, 1, Integer::sum);
            totals.merge(status, new BigDecimal(order.at("/amounts/total").asText()), BigDecimal::add);
        });

        JsonNode overview = overview();
        assertThat(counts).hasSize(5).containsEntry("AWAITING_DEPOSIT", 2);
        assertThat(overview.path("phases")).hasSize(12).allSatisfy(phase -> {
            String status = phase.path("status").asText();
            assertThat(cells(phase, "orders", "total"))
                    .isEqualTo(
                            counts.getOrDefault(status, 0) + " " + totals.getOrDefault(status, new BigDecimal("0.00")));
        });
        assertThat(overview.path("at").asText()).isEqualTo("2015-11-01T01:00:00Z");
        assertThat(cells(of(overview.path("quota"), supplier), "limit", "frozen"))
                .isEqualTo("200000.00 " + frozenQuota());
        assertThat(cells(overview.path("disputes"), "open", "oldestAt")).isEqualTo("1 2015-11-01T01:00:00Z");
        assertThat(cells(overview.path("complaints"), "open", "oldestAt")).isEqualTo("0 null");
    }

    @Test
    @DisplayName("Days in a status are those since the order came there, whatever else of it changes meanwhile")
    void howLongOrdersStandWhereTheyStand() {
        String first = agreed(draft());
        until("2015-11-02T09:00:00");
        agreed(draft());
        ok(act(first, "cancellations", "{\"party\":\"BUYER\",\"reason\":\"Plans\"}"));
        until("2015-11-03T09:00:00");
        agreed(draft());
        until("2015-11-05T09:00:00");
        assertDays("AWAITING_DEPOSIT", "3.00 3.80");
        remitted(first, "12000.00");
        until("2015-11-05T15:00:00");
        assertDays("AWAITING_SHIPMENT", "0.25 0.25");
        assertDays("AWAITING_DEPOSIT", "2.75 3.15");
        assertDays("COMPLETED", "null null");
    }

    private void assertDays(String status, String medianAndP90) {
        JsonNode phase = of(overview().path("phases"), status);
        String told = Arrays.stream(new String[] {"medianDays", "p90Days"})
                .map(phase::path)
                .map(days -> days.isNull() ? "null" : "%.2f".formatted(days.asDouble()))
                .collect(Collectors.joining(" "));
        assertThat(told).isEqualTo(medianAndP90);
    }

    @DisplayName("PAY-01, PRM-11, TR-22: what is due falls into one bucket; days end at 24:00 of Asia/Shanghai")
    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "PAYMENT, 2015-11-08T23:59:59, -",
        "PAYMENT, 2015-11-09T00:00:00, 7_DAYS",
        "PAYMENT, 2015-11-12T23:59:59, 7_DAYS",
        "PAYMENT, 2015-11-13T00:00:00, 3_DAYS",
        "PAYMENT, 2015-11-15T23:59:59, 3_DAYS",
        "PAYMENT, 2015-11-16T00:00:00, TODAY",
        "PAYMENT, 2015-11-16T08:59:59, TODAY",
        "PAYMENT, 2015-11-16T09:00:00, OVERDUE",
        "SHIPMENT, 2015-11-03T23:59:59, -",
        "SHIPMENT, 2015-11-04T00:00:00, 7_DAYS",
        "SHIPMENT, 2015-11-07T23:59:59, 7_DAYS",
        "SHIPMENT, 2015-11-08T00:00:00, 3_DAYS",
        "SHIPMENT, 2015-11-10T23:59:59, 3_DAYS",
        "SHIPMENT, 2015-11-11T00:00:00, TODAY",
        "SHIPMENT, 2015-11-11T23:59:59, TODAY",
        "SHIPMENT, 2015-11-12T00:00:00, OVERDUE",
    })
    void whatIsDueFallsIntoOneBucket(String kind, String now, String bucket) {
        String no = kind.equals("PAYMENT") ? agreed(draft()) : paid(draft());
        at(now);
        assertThat(overview().path("due")).hasSize(16);
        assertThat(due()).isEqualTo(bucket.equals("-") ? "" : kind + " " + bucket + " 1 40000.00");
        ok(act(no, "disputes", DISPUTE));
        assertThat(due()).as("of a frozen order nothing is due").isEmpty();
    }

    private String due() {
        return StreamSupport.stream(overview().path("due").spliterator(), false)
                .filter(row -> row.path("orders").asInt() > 0)
                .map(row -> cells(row, "kind", "bucket", "orders", "total"))
                .collect(Collectors.joining(", "));
    }

    @Test
    @DisplayName(
            "AC-RCV-5, RCV-02: balance and receipt are due when the desk chases and when the order completes by itself")
    void balanceAndReceiptAreDue() {
        String balance = paid(draft());
        String receipt = paid(draft());
        until("2015-11-11T12:00:00");
        shipped(balance, "2015-11-11");
        shipped(receipt, "2015-11-11");
        remitted(receipt, "28000.00");
        clock.set(
                Instant.parse(order(receipt).text("/deadlines/autoCompleteAt")).minusSeconds(1));
        // The chase of the balance and the end of the receipt are one instant: ship date and as many days.
        assertThat(due()).isEqualTo("BALANCE TODAY 1 40000.00, RECEIPT TODAY 1 40000.00");
    }

    @DisplayName(
            "AMB-28: unmatched money is as old as it is known; what is in another currency is counted and not summed")
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2015-11-01T09:00:00, 1_DAY",
        "2015-11-02T09:00:00, 1_DAY",
        "2015-11-02T09:00:01, 3_DAYS",
        "2015-11-04T09:00:00, 3_DAYS",
        "2015-11-04T09:00:01, 7_DAYS",
        "2015-11-08T09:00:00, 7_DAYS",
        "2015-11-08T09:00:01, OLDER"
    })
    void unmatchedMoneyByAge(String now, String bucket) {
        remit("LOST-1", "79999999999999", "125.50", "TT");
        as("bank").post("/remittances", """
                {"bankReference": "LOST-2", "orderNo": "79999999999999", "amount": "80.00", "currency": "EUR", "method": "TT"}
                """);
        at(now);
        assertThat(overview().at("/money/unmatched"))
                .hasSize(4)
                .allSatisfy(row -> assertThat(cells(row, "count", "amount"))
                        .isEqualTo(row.path("bucket").asText().equals(bucket) ? "2 125.50" : "0 0.00"));
    }

    @Test
    @DisplayName("TOL-04: money that waits for its order is pending, what is too much is to be refunded")
    void moneyThatWaits() {
        remitted(opened(draft()), "12000.00");
        remitted(paid(draft().amounts("1000.00", "1000.00")), "17.25");
        assertThat(cells(overview().path("money"), "pending", "refundDue")).isEqualTo("12000.00 17.25");
    }

    @Test
    @DisplayName("UI-03: a desk's tasks: open, overdue, without holder, and since when the oldest waits")
    void tasksByDesk() {
        String no = agreed(draft());
        until("2015-11-16T09:00:00");
        Task task = task(no, "userTask_decideOnUnpaidOrder");
        assertThat(tasksOf("supplier-desk")).isEqualTo("1 1 1 2015-11-16T01:00:00Z");
        assertThat(member("supplier-desk").claim(task.getId()).status()).isEqualTo(204);
        assertThat(tasksOf("supplier-desk")).isEqualTo("1 1 0 2015-11-16T01:00:00Z");
        ok(act(no, "disputes", DISPUTE));
        assertThat(tasksOf("supplier-desk")).isEqualTo("0 0 0 null");
        assertThat(tasksOf("assurance-desk")).isEqualTo("1 0 1 2015-11-16T01:00:00Z");
    }

    private String tasksOf(String desk) {
        return cells(of(overview().path("tasks"), desk), "open", "overdue", "unassigned", "oldestAt");
    }

    @Test
    @DisplayName("The calendar of a desk says when its tasks are due, and who holds how many")
    void whenTasksAreDueAndWhoHoldsThem() {
        String no = agreed(draft());
        until("2015-11-16T09:00:00");
        remit("LOST", "79999999999999", "125.50", "TT");
        JsonNode figures = platform.get("/overview/tasks").body();
        JsonNode finance = of(figures.path("desks"), "finance-desk");
        assertThat(finance.path("days")).hasSize(7);
        assertThat(cells(finance.at("/days/2"), "date", "open")).isEqualTo("2015-11-18 1");
        assertThat(cells(of(figures.path("desks"), "supplier-desk").path("tasks"), "open", "overdue"))
                .isEqualTo("1 1");
        assertThat(figures.path("people")).isEmpty();
        assertThat(member("supplier-desk")
                        .claim(task(no, "userTask_decideOnUnpaidOrder").getId())
                        .status())
                .isEqualTo(204);
        assertThat(cells(platform.get("/overview/tasks").body().at("/people/0"), "person", "open", "overdue"))
                .isEqualTo("supplier-desk 1 1");
    }

    @Test
    @DisplayName("The trend counts the orders of each of 90 days of Asia/Shanghai")
    void theTrendOfNinetyDays() {
        opened(draft());
        at("2015-11-01T23:59:59");
        ok(act(opened(draft()), "cancellations", "{\"party\":\"BUYER\",\"reason\":\"Plans\"}"));
        at("2015-11-02T00:00:00");
        opened(draft());
        JsonNode days = platform.get("/overview/trend").body().path("days");
        assertThat(days).hasSize(90);
        assertThat(cells(days.get(89), "date", "opened", "completed", "closed")).isEqualTo("2015-11-02 1 0 0");
        assertThat(cells(days.get(88), "date", "opened", "completed", "closed")).isEqualTo("2015-11-01 2 0 1");
    }

    @DisplayName("ACT-06: the overview is for staff and the marketplace alone")
    @ParameterizedTest
    @ValueSource(strings = {"supplier-S-1001", "buyer-acme", "bank", "export-service"})
    void partiesSeeNoOverview(String account) {
        refused(as(account).get("/overview"), 403, "forbidden");
    }

    @Test
    void eachMemberOfStaffSeesTheOverview() {
        Browser member = new Browser(port()).login("finance-desk", "sandbox");
        assertThat(member.get("/api/v1/overview").status()).isEqualTo(200);
        assertThat(anonymous().get("/overview").status()).isEqualTo(401);
    }
}
