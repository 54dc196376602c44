package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Modifying a contract after money has come (AMB-14, TR-14). */
class ModificationTest extends AcceptanceTest {

    private Draft draft = Draft.of("", "");

    @BeforeEach
    void covered() {
        draft = draft().amounts("40000.00", "10000.00").with("/coverage", "POST_DELIVERY");
    }

    private Api.Answer modified(String no, Draft content) {
        return platform.put("/orders/" + no + "/contract", content.contract("SUPPLIER"), Map.of("If-Match", "\"1\""));
    }

    @Test
    @DisplayName(
            "DRF-12, QTA-07, AMB-14: a proposal changes nothing until the buyer confirms, then the difference is frozen")
    void aModificationAfterPaymentIsProposed() {
        String no = paid(draft);
        ok(modified(no, draft.amounts("41000.00", "10000.00").with("/shipping/shipBy", "{\"date\":\"2015-11-20\"}")));
        assertThat(order(no).body().path("proposedVersion").asInt()).isEqualTo(2);
        assertThat(order(no).body().path("contractVersion").asInt()).isEqualTo(1);
        assertThat(order(no).text("/amounts/total")).isEqualTo("40000.00");
        assertThat(frozenQuota()).isEqualTo("40000.00");
        refused(confirm(no, "SUPPLIER", 2), 409, "already-confirmed");

        confirmed(no, "BUYER", 2);
        assertThat(order(no).body().has("proposedVersion")).isFalse();
        assertThat(order(no).body().path("contractVersion").asInt()).isEqualTo(2);
        assertThat(order(no).text("/amounts/total")).isEqualTo("41000.00");
        assertThat(order(no).text("/shipment/agreedShipDate")).isEqualTo("2015-11-20");
        assertThat(frozenQuota()).isEqualTo("41000.00");
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");

        until("2015-11-20T23:59:59");
        assertThat(task(no, "userTask_chaseLateShipment")).isNull();
        until("2015-11-21T00:00:00");
        assertThat(task(no, "userTask_chaseLateShipment")).isNotNull();
    }

    @Test
    @DisplayName("TR-14: a lower deposit agreed upon is tallied again: the money that came is enough")
    void aLowerDepositIsTalliedAgain() {
        String no = agreed(draft);
        remitted(no, "5000.00");
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT_TOPUP");
        ok(modified(no, draft.amounts("40000.00", "4000.00")));
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT_TOPUP");
        confirmed(no, "BUYER", 2);
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
        assertThat(order(no).text("/funds/depositReceived")).isEqualTo("4000.00");
        assertThat(order(no).text("/funds/balanceReceived")).isEqualTo("1000.00");
    }

    @Test
    @DisplayName("AMB-14: not below what was received, and no higher deposit once it is accepted")
    void theLimitsOfAModification() {
        String no = paid(draft);
        refused(modified(no, draft.amounts("9999.99", "9999.99")), 422, "modification-not-allowed");
        refused(modified(no, draft.amounts("40000.00", "10000.01")), 422, "modification-not-allowed");
        refused(
                platform.put(
                        "/orders/" + no + "/contract",
                        draft.contract("SUPPLIER").replaceFirst("\\{", "{\"supplierId\":\"S-1001\","),
                        Map.of("If-Match", "\"1\"")),
                422,
                "modification-not-allowed");
        ok(modified(no, draft.amounts("10000.00", "10000.00")));
    }

    @Test
    @DisplayName("QTA-08: a confirmation whose difference is not free is refused and changes nothing")
    void theDifferenceMustBeFree() {
        String no = paid(draft);
        ok(modified(no, draft.amounts("119000.01", "10000.00")));
        refused(confirm(no, "BUYER", 2), 422, "quota-exceeded");
        assertThat(order(no).body().path("contractVersion").asInt()).isEqualTo(1);
        assertThat(order(no).body().path("proposedVersion").asInt()).isEqualTo(2);
        assertThat(frozenQuota()).isEqualTo("40000.00");
    }

    @Test
    @DisplayName("AMB-14: a later proposal takes the place of an earlier one; shipping ends both")
    void aProposalLapsesWhenTheGoodsShip() {
        String no = paid(draft);
        ok(modified(no, draft.amounts("41000.00", "10000.00")));
        Task asked = task(no, "userTask_confirmModification");
        ok(modified(no, draft.amounts("42000.00", "10000.00")));
        assertThat(task(no, "userTask_confirmModification").getId())
                .as("AMB-13: whoever read the earlier one confirms nothing")
                .isNotEqualTo(asked.getId());
        refused(confirm(no, "BUYER", 2), 412, "contract-changed");
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        assertThat(task(no, "userTask_confirmModification")).isNull();
        assertThat(order(no).body().has("proposedVersion")).isFalse();
        refused(confirm(no, "BUYER", 3), 412, "contract-changed");
        refused(modified(no, draft), 409, "illegal-transition");
    }

    private Draft withProduct(String productId, String category) {
        Draft revised = draft.amounts("41000.00", "10000.00");
        return revised.with("/lines", """
                [%s, {"productId": "%s", "product": "Floor lamp", "category": "%s", "quantity": "1", "unit": "Set", "unitPrice": "10.00"}]
                """.formatted(revised.at("/lines/0"), productId, category));
    }

    @Test
    @DisplayName("AMB-14, ELG-09: new products are put to the export service before the buyer can confirm them")
    void newProductsArePutToTheExportService() {
        String no = paid(draft);
        ok(modified(no, withProduct("P-200", "LIGHTING")));
        assertThat(order(no).body().path("pendingChecks").toString()).isEqualTo("[\"EXPORT_SERVICE\"]");
        assertThat(order(no).body().path("actions").path("buyer").toString()).doesNotContain("confirmations");
        assertThat(task(no, "userTask_confirmModification")).isNull();
        refused(confirm(no, "BUYER", 2), 409, "illegal-transition");

        clock.runDueJobs();
        assertThat(order(no).body().path("pendingChecks")).isEmpty();
        assertThat(task(no, "userTask_confirmModification")).isNotNull();
        confirmed(no, "BUYER", 2);
        assertThat(order(no).body().path("contractVersion").asInt()).isEqualTo(2);
        assertThat(order(no).body().path("lines")).hasSize(2);
    }

    @Test
    @DisplayName("AMB-14, ELG-09: what the export service refuses ends the proposal, and the version in force stays")
    void newProductsThatTheExportServiceRefusesEndTheProposal() {
        String no = paid(draft);
        ok(modified(no, withProduct("P-200", "EXPORT_REFUSED")));
        clock.runDueJobs();
        assertThat(task(no, "userTask_confirmModification")).isNull();
        assertThat(order(no).body().has("proposedVersion")).isFalse();
        assertThat(order(no).body().path("pendingChecks")).isEmpty();
        assertThat(order(no).body().path("contractVersion").asInt()).isEqualTo(1);
        refused(confirm(no, "BUYER", 2), 412, "contract-changed");
        assertThat(platform.get("/orders/" + no + "/operations").body().toString())
                .contains("REFUSED", "modification-dropped");

        ok(modified(no, withProduct("P-201", "LIGHTING")));
        clock.runDueJobs();
        confirmed(no, "BUYER", 3);
        assertThat(order(no).body().path("contractVersion").asInt()).isEqualTo(3);
    }

    @Test
    @DisplayName(
            "AMB-14: products that stay are not asked about again, though the desk had to settle them with the service")
    void productsThatStayAreNotAskedAboutAgain() {
        draft = draft.with("/lines/0/category", "EXPORT_REFUSED");
        String no = opened(draft);
        tasks.complete(task(no, "userTask_settleExportService").getId(), Map.of("decision", "approve"));
        clock.runDueJobs();
        confirmed(no, "BUYER", 1);
        remitted(no, "10000.00");
        clock.runDueJobs();
        ok(modified(no, draft.amounts("41000.00", "10000.00")));
        assertThat(task(no, "userTask_confirmModification"))
                .as("another price is no new product")
                .isNotNull();
        ok(modified(no, withProduct("P-200", "LIGHTING")));
        clock.runDueJobs();
        confirmed(no, "BUYER", 3);
        assertThat(order(no).body().path("contractVersion").asInt()).isEqualTo(3);
    }

    @Test
    @DisplayName("AMB-13, AMB-14: while the service is asked, a later proposal and the shipment end the earlier one")
    void aProposalLapsesWhileTheServiceIsAsked() {
        String no = paid(draft);
        ok(modified(no, withProduct("P-200", "EXPORT_REFUSED")));
        ok(modified(no, draft.amounts("42000.00", "10000.00")));
        assertThat(order(no).body().path("pendingChecks")).isEmpty();
        assertThat(order(no).body().path("proposedVersion").asInt()).isEqualTo(3);
        clock.runDueJobs();
        assertThat(order(no).body().path("proposedVersion").asInt())
                .as("the earlier one's answer does not count")
                .isEqualTo(3);

        ok(modified(no, withProduct("P-200", "EXPORT_REFUSED")));
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        clock.runDueJobs();
        assertThat(order(no).body().has("proposedVersion")).isFalse();
        assertThat(order(no).body().path("pendingChecks")).isEmpty();
        assertThat(status(no)).isEqualTo("SHIPPED_AWAITING_BALANCE");
    }
}
