package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTest extends AcceptanceTest {

    @DisplayName("COV-01, COV-02, COV-04..06, AMB-05: the coverage mode decides what is covered")
    @ParameterizedTest(name = "AC-QTA-1: total 3,000, deposit 1,500, {0} freezes {1}")
    @CsvSource({"PRE_SHIPMENT, 1500.00, FROZEN", "POST_DELIVERY, 3000.00, FROZEN", "NONE, 0.00, NONE"})
    void theCoverageModeDecidesTheCoveredAmount(String mode, String amount, String state) {
        String no = opened(draft().amounts("3000.00", "1500.00").with("/coverage", mode));
        assertThat(frozenQuota()).isEqualTo(amount);
        assertThat(order(no).text("/coverage/amount")).isEqualTo(amount);
        assertThat(order(no).text("/coverage/state")).isEqualTo(state);
    }

    @Test
    @DisplayName(
            "COV-03, RCV-04, AMB-06, AC-QTA-2: post-delivery coverage is released seven days after receipt, to the minute")
    void postDeliveryCoverageEndsSevenDaysAfterReceipt() {
        String no = paid(draft().amounts("22.00", "22.00").with("/coverage", "POST_DELIVERY"));
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        until("2015-12-20T09:00:00");
        ok(act(no, "goods-receipt", "{}"));
        assertThat(order(no).text("/deadlines/coverageEndsAt")).isEqualTo("2015-12-27T01:00:00Z");

        until("2015-12-27T08:59:59");
        assertThat(frozenQuota()).isEqualTo("22.00");
        until("2015-12-27T09:00:00");
        assertThat(frozenQuota()).isEqualTo("0.00");
        assertThat(order(no).text("/coverage/state")).isEqualTo("RELEASED");
    }

    @DisplayName("QTA-03, QTA-05, AMB-07: pre-shipment coverage ends with a shipment on time")
    @ParameterizedTest(name = "AC-QTA-3: pre-shipment, agreed 2015-11-11, cleared {0}")
    @CsvSource({"2015-11-11, 0.00", "2015-11-12, 1500.00"})
    void preShipmentCoverageIsReleasedByShippingOnTime(String clearedOn, String frozen) {
        String no = paid(draft().amounts("3000.00", "1500.00").with("/coverage", "PRE_SHIPMENT"));
        until("2015-11-12T12:00:00");
        shipped(no, clearedOn);
        assertThat(frozenQuota()).isEqualTo(frozen);

        remitted(no, "1500.00");
        ok(act(no, "goods-receipt", "{}"));
        assertThat(frozenQuota()).isEqualTo("0.00");
    }

    @Test
    @DisplayName(
            "QTA-03: a clearance corrected to the agreed date releases late pre-shipment coverage; back again freezes nothing")
    void aCorrectedClearanceReleasesTheCoverage() {
        String no = paid(draft().amounts("3000.00", "1500.00").with("/coverage", "PRE_SHIPMENT"));
        String exportOrder = order(no).text("/shipment/exportOrders/0/exportOrderNo");
        until("2015-11-12T12:00:00");
        shipped(no, "2015-11-12");
        assertThat(frozenQuota()).isEqualTo("1500.00");
        cleared(exportOrder, "2015-11-11");
        assertThat(order(no).body().at("/shipment/onTime").asBoolean()).isTrue();
        assertThat(frozenQuota()).isEqualTo("0.00");
        cleared(exportOrder, "2015-11-12");
        assertThat(order(no).body().at("/shipment/onTime").asBoolean()).isFalse();
        assertThat(frozenQuota()).isEqualTo("0.00");
    }

    @Test
    @DisplayName("AMB-08, AC-QTA-4: with 2,000 free an order for 3,000 is refused and freezes nothing")
    void anOrderBeyondTheQuotaIsRefused() {
        supplier(supplier, "CN", "2000.00", true);
        Api.Answer answer = platform.post(
                "/orders",
                draft().amounts("3000.00", "1500.00")
                        .with("/coverage", "POST_DELIVERY")
                        .json());
        refused(answer, 422, "quota-exceeded");
        assertThat(answer.text("/free")).isEqualTo("2000.00");
        assertThat(answer.text("/required")).isEqualTo("3000.00");
        assertThat(answer.text("/detail")).contains("needs 3,000.00 USD", "only 2,000.00 USD are free");
        assertThat(answer.body().has("orderNo"))
                .as("the number of an order that was never stored")
                .isFalse();
        assertThat(frozenQuota()).isEqualTo("0.00");
        assertThat(platform.get("/orders?supplierId=" + supplier).body().path("items"))
                .isEmpty();
    }

    @Test
    @DisplayName("AC-QTA-5: of two parallel submits of 70,000 exactly one succeeds")
    void twoParallelSubmitsCannotOvercommit() throws Exception {
        assertThat(parallelSubmits(2, "70000.00")).containsExactlyInAnyOrder(201, 422);
        assertThat(frozenQuota()).isEqualTo("70000.00");
    }

    @Test
    @DisplayName(
            "QTA-01, QTA-10: of 40 parallel submits of 7,000 against 119,000 exactly 17 succeed and the ledger adds up")
    void fortyParallelSubmitsFillTheQuotaExactly() throws Exception {
        List<Integer> answers = parallelSubmits(40, "7000.00");
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(17);
        assertThat(answers.stream().filter(status -> status == 422)).hasSize(23);
        assertThat(frozenQuota()).isEqualTo("119000.00");
        assertThat(platform.get("/suppliers/" + supplier + "/quota-entries?limit=200")
                        .body()
                        .path("items"))
                .hasSize(17)
                .allSatisfy(entry -> assertThat(entry.path("amount").asText()).isEqualTo("7000.00"));
    }

    @Test
    @DisplayName("QTA-06, QTA-07, AC-QTA-6: a modification freezes the difference; closing releases the whole once")
    void aModificationFreezesTheDifference() {
        Draft draft = draft().amounts("3000.00", "1500.00").with("/coverage", "POST_DELIVERY");
        String no = opened(draft);
        ok(platform.put(
                "/orders/" + no + "/contract",
                draft.amounts("3500.00", "1500.00").contract("SUPPLIER"),
                Map.of("If-Match", "\"1\"")));
        assertThat(frozenQuota()).isEqualTo("3500.00");

        ok(act(no, "cancellations", "{\"party\":\"SUPPLIER\",\"reason\":\"Withdrawn\"}"));
        refused(
                act(no, "cancellations", "{\"party\":\"SUPPLIER\",\"reason\":\"Withdrawn\"}"),
                409,
                "illegal-transition");
        assertThat(platform.get("/suppliers/" + supplier + "/quota-entries")
                        .body()
                        .path("items"))
                .extracting(entry ->
                        entry.path("kind").asText() + " " + entry.path("amount").asText())
                .containsExactly("RELEASE 3500.00", "FREEZE 500.00", "FREEZE 3000.00");
        assertThat(frozenQuota()).isEqualTo("0.00");
    }

    private List<Integer> parallelSubmits(int count, String total) throws Exception {
        String body = draft().amounts(total, "1000.00")
                .with("/coverage", "POST_DELIVERY")
                .json();
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<Integer>> submits = IntStream.range(0, count)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> platform.post("/orders", body).status())
                    .toList();
            return threads.invokeAll(submits).stream().map(QuotaTest::result).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static int result(Future<Integer> future) {
        try {
            return future.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
