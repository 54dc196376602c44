package org.tradeassurance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tradeassurance.acceptance.AcceptanceTest;
import org.tradeassurance.acceptance.Api;
import org.tradeassurance.acceptance.Conformance;

/** Real answers, refusals too, are what the description says. */
class ConformanceTest extends AcceptanceTest {

    private final Set<String> faults = new LinkedHashSet<>();
    private final Set<String> seen = new TreeSet<>();

    @BeforeEach
    void watch() {
        Conformance conformance = new Conformance(description());
        Api.watch((method, address, answer) -> conformance
                .pathOf(method, address)
                .ifPresent(path -> {
                    seen.add(method + " " + path + " " + answer.status());
                    conformance
                            .faults(method, path, answer)
                            .forEach(fault -> faults.add(method + " " + path + ": " + fault));
                }));
    }

    @AfterEach
    void lookAway() {
        Api.watch(null);
    }

    private void conforms() {
        System.out.println("described answers seen: " + seen);
        assertThat(seen).isNotEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("an order from draft to feedback, and all that can be read of it")
    void anOrderToItsEnd() {
        String no = paid(draft());
        reads(no);
        shipped(no, "2015-11-20");
        remitted(no, order(no).text("/amounts/balance"));
        act(no, "goods-receipt", "{}");
        act(no, "feedback", "{\"text\": \"Good\", \"rating\": 5}");
        act(no, "feedback/reply", "{\"text\": \"Thank you\"}");
        reads(no);
        platform.get("/public/trade-records?productId=P-100");
        platform.get("/suppliers/" + supplier);
        platform.get("/suppliers/" + supplier + "/quota-entries");
        platform.post("/suppliers/" + supplier + "/quotations", "{\"rfqNo\": \"RFQ-1\"}");
        platform.get("/sandbox/clock");
        platform.get("/sandbox/mails");
        conforms();
    }

    private void reads(String no) {
        for (String part : new String[] {
            "", "/operations", "/contracts", "/contracts/1", "/funds", "/payment-details", "/feedback", "/disputes"
        }) {
            platform.get("/orders/" + no + part);
        }
        platform.get("/orders");
        platform.get("/orders/counters");
        platform.post("/order-templates", "{\"name\": \"Lights\", \"orderNo\": \"%s\"}".formatted(no));
        platform.get("/order-templates");
    }

    @Test
    @DisplayName("disputes, complaints and money that finds no order")
    void whatGoesWrongInBusiness() {
        String no = paid(draft());
        act(no, "disputes", """
                {"party": "BUYER", "kind": "REFUND", "amount": "10.00", "reason": "Broken"}
                """);
        reads(no);
        act(no, "disputes/decision", "{\"outcome\": \"DISMISSED\", \"reason\": \"Whole\"}");
        reads(no);
        remit("CONFORM-" + no, "70000000000001", "5.00", "TT");
        String complaint =
                platform.post("/complaints", """
                        {"supplierId": "%s", "orderNo": "%s", "kind": "CONTRACT_BREACH", "text": "Late"}
                        """.formatted(supplier, no)).text("/complaintId");
        platform.get("/complaints/" + complaint);
        platform.post("/complaints/" + complaint + "/decision", "{\"upheld\": false, \"reason\": \"In time\"}");
        act(no, "migration", "{}");
        act(no, "reminders", "{\"party\": \"BUYER\"}");
        conforms();
    }

    @Test
    @DisplayName("each kind of refusal")
    void refusals() {
        String no = opened(draft());
        platform.post("/orders", "{");
        platform.post("/orders", "{\"unknown\": 1}");
        platform.post("/orders", draft().json(), Map.of());
        platform.post("/orders", draft().with("/buyer/country", "KP").json());
        platform.post("/orders", draft().with("/payment/deposit", "99999999.00").json());
        platform.post("/orders", draft().json(), Map.of("Idempotency-Key", "same-" + no));
        platform.post("/orders", "{}", Map.of("Idempotency-Key", "same-" + no));
        platform.get("/orders/70000000000001");
        platform.get("/orders?limit=0");
        anonymous().get("/orders");
        as("bank").get("/orders");
        confirm(no, "BUYER", 9);
        confirm(no, "BUYER", 1);
        confirm(no, "BUYER", 1);
        act(no, "closure", "{\"reason\": \"Unpaid\"}");
        act(no, "goods-receipt", "{}");
        act(no, "balance-acceptance", "{}");
        act(no, "deposit-acceptance", "{}");
        platform.put("/orders/" + no + "/contract", "{}", Map.of());
        platform.put("/orders/" + no + "/contract", "{}", Map.of("If-Match", "\"9\""));
        platform.delete("/orders/" + no + "/export-orders/none");
        act(no, "cancellations", "{\"party\": \"BUYER\", \"reason\": \"No need\"}");
        act(no, "cancellations/decision", "{\"accept\": true}");
        reads(no);
        conforms();
    }
}
