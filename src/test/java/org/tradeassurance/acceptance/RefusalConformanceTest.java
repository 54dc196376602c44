package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tradeassurance.order.Problem;

/** What the application refuses is a problem as its description says. {@link Api} looks at each; here every kind is brought about once. */
class RefusalConformanceTest extends AcceptanceTest {

    /** What a caller alone cannot bring about; {@link TroubleConformanceTest} does. */
    static final EnumSet<Problem> BY_CHANCE = EnumSet.of(
            Problem.REQUEST_TIMEOUT,
            Problem.CONCURRENT_CHANGE,
            Problem.IDEMPOTENCY_KEY_IN_PROGRESS,
            Problem.ORDER_HALTED,
            Problem.MIGRATION_IMPOSSIBLE,
            Problem.METHOD_NOT_ALLOWED,
            Problem.INTERNAL_ERROR,
            Problem.OUTCOME_UNKNOWN,
            Problem.TEMPORARILY_UNAVAILABLE,
            Problem.OVERLOADED);

    private static final String CLOSE = "{\"reason\": \"Unpaid\"}";

    @BeforeEach
    void nothingSeenYet() {
        Conformance.seen().clear();
        supplier(supplier, "CN", "9999999.00", true);
    }

    private String complaint() {
        return "{\"supplierId\": \"%s\", \"kind\": \"UNREASONABLE_REFUSAL\", \"text\": \"Drafts nothing\"}"
                .formatted(supplier);
    }

    @Test
    @DisplayName("each kind of refusal that a caller can bring about is a problem as described")
    void eachRefusalIsAsDescribed() {
        refusedAtTheDoor();
        refusedFile();
        refusedByTheContract();
        refusedPayments();
        refusedGoods();
        refusedDisputes();
        refusedSuppliers();
        List<String> unseen = EnumSet.complementOf(BY_CHANCE).stream()
                .map(Problem::code)
                .filter(code -> !Conformance.seen().contains(code))
                .toList();
        assertThat(unseen)
                .as("problems that nothing brings about: add them here")
                .isEmpty();
    }

    /** One order more than a file holds. */
    private void refusedFile() {
        String no = opened(draft());
        jdbc.sql("""
                        set session_replication_role = replica;
                        insert into trade_order (order_no, origin, supplier_id, buyer_email, acknowledged_agreement, acknowledged_export,
                                                 created_at, status, contract_version, total, deposit, status_since)
                        select '8' || lpad(n::text, 13, '0'), o.origin, 'S-MANY', o.buyer_email, true, true, o.created_at, 'DRAFT', 1, 1, 1, o.created_at
                          from trade_order o, generate_series(1, 100001) n where o.order_no = '%s';
                        set session_replication_role = origin""".formatted(no)).update();
        try {
            platform.get("/orders/export?format=csv&supplierId=S-MANY");
        } finally {
            jdbc.sql("""
                            set session_replication_role = replica;
                            delete from trade_order where supplier_id = 'S-MANY';
                            set session_replication_role = origin""").update();
        }
    }

    private void refusedAtTheDoor() {
        platform.post("/orders", "{");
        platform.post("/orders", draft().json(), Map.of());
        platform.post("/orders", draft().json(), Map.of("Idempotency-Key", "same-" + buyer));
        platform.post("/orders", "{}", Map.of("Idempotency-Key", "same-" + buyer));
        platform.post("/orders", draft().json(), Map.of("Idempotency-Key", "x", "Content-Type", "text/plain"));
        platform.post("/orders", "\"" + "x".repeat(1_100_000) + "\"");
        platform.get("/orders/99999999999999");
        platform.get("/orders?limit=0");
        platform.get("/orders", Map.of("Accept", "text/csv"));
        anonymous().get("/orders");
        as("bank").get("/orders");
        as("bank").get("/public/trade-records?productId=P-100");
    }

    private void refusedByTheContract() {
        platform.post("/orders", draft().with("/buyer/country", "KP").json());
        platform.post(
                "/orders",
                draft().with("/buyer/accountType", "DOMESTIC_FREE_SUPPLIER").json());
        platform.post("/orders", draft().with("/payment/deposit", "99999999.00").json());
        platform.post("/orders", draft().without("/lines").json());
        platform.post(
                "/orders",
                draft().with("/shipping/shipBy", "{\"date\":\"2015-10-01\"}").json());
        platform.post("/orders", draft().without("/acknowledged").json());
        platform.post("/orders", covered().amounts("99000000.00", "1000.00").json());
        String named = draft().with("/externalReference", "Twice-" + supplier).json();
        platform.post("/orders", named);
        platform.post("/orders", named);
        String no = opened(draft());
        String contract = "/orders/" + no + "/contract";
        platform.put(contract, draft().contract("SUPPLIER"), Map.of());
        platform.put(contract, draft().contract("SUPPLIER"), Map.of("If-Match", "\"9\""));
        platform.put(contract, with("supplierId", "S-1001", draft().contract("SUPPLIER")), Map.of("If-Match", "\"1\""));
        confirm(no, "SUPPLIER", 1);
        act(no, "reminders", "{\"party\": \"SUPPLIER\"}");
        act(no, "reminders", "{\"party\": \"SUPPLIER\"}");
        act(no, "balance-acceptance", "{}");
    }

    private void refusedPayments() {
        String no = agreed(draft());
        act(no, "closure", CLOSE);
        act(no, "process", "{}");
        remitted(no, "5000.00");
        act(no, "closure", CLOSE);
        act(no, "cancellations", "{\"party\": \"BUYER\", \"reason\": \"No need\"}");
    }

    private void refusedGoods() {
        String no = paid(draft());
        String linked = order(no).text("/shipment/exportOrders/0/exportOrderNo");
        act(paid(draft()), "export-orders", "{\"exportOrderNo\": \"%s\"}".formatted(linked));
        cleared(linked, "2015-10-31");
        platform.delete("/orders/" + no + "/export-orders/" + linked);
        act(no, "shipment-declaration", "{}");
        act(no, "goods-receipt", "{}");
        String bare = paid(draft());
        platform.delete(
                "/orders/" + bare + "/export-orders/" + order(bare).text("/shipment/exportOrders/0/exportOrderNo"));
        act(bare, "shipment-declaration", "{}");
        remitted(no, order(no).text("/amounts/balance"));
        ok(act(no, "goods-receipt", "{}"));
        act(no, "feedback", "{\"text\": \"%s\"}".formatted("Good ".repeat(1_000)));
        act(no, "feedback", "{\"text\": \"Write to me at acme@example.com\"}");
        ok(act(no, "feedback", "{\"text\": \"Good\"}"));
        act(no, "feedback", "{\"text\": \"Good\"}");
    }

    private void refusedDisputes() {
        String no = paid(draft());
        String dispute = "{\"party\": \"BUYER\", \"kind\": \"REFUND\", \"amount\": \"%s\", \"reason\": \"Broken\"}";
        act(no, "disputes", dispute.formatted("99999.00"));
        ok(act(no, "disputes", dispute.formatted("10.00")));
        act(no, "disputes", dispute.formatted("10.00"));
        act(no, "shipment-declaration", "{}");
        as("buyer-acme").post("/complaints", complaint());
        opened(Draft.of(supplier, "acme@example.com"));
        as("buyer-acme").post("/complaints", complaint());
        as("buyer-acme").post("/complaints", complaint());
    }

    private static String with(String field, String value, String body) {
        return "{\"%s\": \"%s\", %s".formatted(field, value, body.substring(1));
    }

    private Draft covered() {
        return draft().with("/coverage", "POST_DELIVERY");
    }

    private void refusedSuppliers() {
        opened(covered());
        platform.put("/suppliers/" + supplier, """
                {"name": "x", "region": "CN", "quotaLimit": "1.00", "assuranceActive": true}
                """, Map.of());
        supplier(supplier + "-HK", "HK", "1000.00", true);
        platform.post("/orders", Draft.of(supplier + "-HK", buyer).json());
        standing("SUSPENDED");
        platform.post("/orders", draft().json());
        standing("TERMINATED");
        platform.post("/orders", draft().json());
    }
}
