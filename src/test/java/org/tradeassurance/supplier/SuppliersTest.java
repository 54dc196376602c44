package org.tradeassurance.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tradeassurance.TestClock;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.supplier.Suppliers.Stored;

@SpringBootTest
class SuppliersTest {

    @Autowired
    Suppliers suppliers;

    @Autowired
    Points points;

    @Autowired
    SupplierController controller;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ManagementService management;

    private TestClock clock;
    private final String id = "T-" + UUID.randomUUID();

    @BeforeEach
    void aSupplier() {
        clock = new TestClock(management);
        clock.set("2016-02-01T02:00:00Z");
        assertThat(put("1000.00", true)).isEqualTo(Stored.CREATED);
    }

    @AfterEach
    void tidyUp() {
        SecurityContextHolder.clearContext();
        jdbc.sql("delete from points_entry where supplier_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from supplier where supplier_id = :id").param("id", id).update();
        clock.reset();
    }

    @DisplayName("PNT-01, PNT-03: points begin on their day in Shanghai")
    @ParameterizedTest(name = "AC-PNT-2: posted at {0}: {1} points")
    @CsvSource({"2016-01-27T15:59:59Z, 0", "2016-01-27T16:00:00Z, 100"})
    void pointsBeginOnTheirDayInShanghai(String posted, int earned) {
        clock.set(posted);

        assertThat(points.awardOrder(new OrderNo("70000000000001"), id)).isEqualTo(earned);
    }

    @Test
    @DisplayName("PNT-02, AMB-25, AC-PNT-1, AC-PNT-3: an order earns 100 points once")
    void anOrderEarnsOnce() {
        OrderNo no = new OrderNo("70000000000002");

        assertThat(points.awardOrder(no, id)).isEqualTo(100);
        assertThat(points.awardOrder(no, id)).isZero();
        assertThat(suppliers.view(id).points()).isEqualTo(100);
    }

    @Test
    @DisplayName("AC-PNT-4: three quotations earn three points, each RFQ once")
    void aQuotationEarnsOnceAnRfq() {
        List.of("R-1", "R-2", "R-3", "R-3").forEach(rfq -> points.awardQuotation(id, rfq));

        assertThat(suppliers.view(id).points()).isEqualTo(3);
    }

    @Test
    void theLimitNeverFallsBelowWhatIsFrozen() {
        jdbc.sql("update supplier set quota_frozen = 600 where supplier_id = :id")
                .param("id", id)
                .update();

        assertThat(put("600.00", true)).isEqualTo(Stored.CHANGED);
        assertThatThrownBy(() -> controller.put(
                        id,
                        new SupplierController.SupplierRequest(
                                "Lights", SupplierView.Region.CN, Money.of("599.99"), true)))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.problem()).isEqualTo(Problem.QUOTA_BELOW_FROZEN));
        assertThat(suppliers.view(id).quota())
                .isEqualTo(new SupplierView.Quota(Money.of("600.00"), Money.of("600.00"), Money.ZERO));
        jdbc.sql("update supplier set quota_frozen = 0 where supplier_id = :id")
                .param("id", id)
                .update();
    }

    @Test
    @DisplayName("AMB-30: activated anew when the service is switched on again")
    void switchingOnActivatesAnew() {
        clock.set("2016-03-01T02:00:00Z");
        put("1000.00", true);
        assertThat(activatedAt()).isEqualTo("2016-02-01");

        put("1000.00", false);
        put("1000.00", true);

        assertThat(activatedAt()).isEqualTo("2016-03-01");
    }

    @Test
    void aSupplierSeesNobodyButItself() {
        Account account = new Account("supplier", Account.Role.SUPPLIER, id, null);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(account, null));

        assertThat(suppliers.view(id).name()).isEqualTo("Lights");
        assertThatThrownBy(() -> suppliers.view("S-1001"))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.problem()).isEqualTo(Problem.NOT_FOUND));
    }

    private String activatedAt() {
        return jdbc.sql("select (activated_at at time zone 'UTC')::date::text from supplier where supplier_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private Stored put(String limit, boolean active) {
        return suppliers.put(id, new Suppliers.Registration("Lights", SupplierView.Region.CN, Money.of(limit), active));
    }
}
