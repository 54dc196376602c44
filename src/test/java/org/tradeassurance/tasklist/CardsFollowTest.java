package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.acceptance.AcceptanceTest;

/** Cards, due dates and the queues by due date follow the order's row and the clock. */
class CardsFollowTest extends AcceptanceTest {

    private static final String DECLARE = "userTask_declareShipment";

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identities;

    @AfterEach
    void logOut() {
        identities.clearAuthentication();
    }

    @Test
    @DisplayName("AMB-14: a modification moves amount, priority, ship-by date and due date of the tasks it leaves open")
    void aModificationMovesTheCards() {
        String no = paid(draft().amounts("99000.00", "10000.00"));
        shows(no, DECLARE, "2015-11-12T00:00:00", Map.of("amount", "99,000.00 USD", "shipBy", "2015-11-11"));
        assertThat(task(no, DECLARE).getPriority()).isEqualTo(70);

        ok(platform.put(
                "/orders/" + no + "/contract",
                draft().amounts("100000.00", "10000.00")
                        .with("/shipping/shipBy", "{\"date\":\"2015-11-20\"}")
                        .contract("SUPPLIER"),
                Map.of("If-Match", "\"1\"")));
        confirmed(no, "BUYER", 2);

        shows(no, DECLARE, "2015-11-21T00:00:00", Map.of("amount", "100,000.00 USD", "shipBy", "2015-11-20"));
        assertThat(task(no, DECLARE).getPriority()).isEqualTo(90);
    }

    @Test
    @DisplayName("SHP-04: a corrected clearance date moves the deadline of the receipt")
    void aCorrectedClearanceMovesTheCards() {
        String no = paid(draft().with("/shipping/transport", "AIR"));
        remitted(no, "28000.00");
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        String receipt = "userTask_confirmReceipt";
        shows(no, receipt, "2015-11-27T00:00:00", Map.of("shippedOn", "2015-11-11"));

        cleared(order(no).text("/shipment/exportOrders/0/exportOrderNo"), "2015-11-09");
        shows(no, receipt, "2015-11-25T00:00:00", Map.of("shippedOn", "2015-11-09"));
        assertThat(order(no).text("/deadlines/autoCompleteAt")).isEqualTo("2015-11-24T16:00:00Z");
    }

    @Test
    @DisplayName("AMB-15: what a dispute pauses is not due, and due with the time that was left when the dispute ends")
    void aDisputeTakesTheDueDateAwayAndGivesItBack() {
        String no = agreed(draft());
        until("2015-11-16T09:00:00");
        String unpaid = "userTask_decideOnUnpaidOrder";
        shows(no, unpaid, "2015-11-16T09:00:00", Map.of());
        ok(act(no, "disputes", "{\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"Wrong\"}"));

        assertThat(task(no, unpaid).getDueDate()).isNull();
        assertThat(local(no, unpaid)).containsEntry("deadline", "纠纷中，暂停计时 / paused by a dispute");
        assertThat(task(no, "userTask_decideDispute").getDueDate()).isNotNull();
        assertThat(queue("supplier-desk", "Overdue")).doesNotContain(no);
        for (String working : new String[] {"All tasks of my desks", "Unpaid past the window"}) {
            assertThat(queue("supplier-desk", working)).as(working).doesNotContain(no);
        }
        assertThat(queue("supplier-desk", "Frozen by a dispute")).contains(no);
        assertThat(queue("assurance-desk", "Disputes to decide")).contains(no);
        assertThat(queue("assurance-desk", "Frozen by a dispute")).doesNotContain(no);

        until("2015-11-18T10:30:00");
        ok(act(no, "disputes/decision", "{\"outcome\":\"DISMISSED\",\"reason\":\"Unfounded\"}"));
        clock.runDueJobs();
        shows(no, unpaid, "2015-11-18T10:30:00", Map.of());
        assertThat(local(no, unpaid)).doesNotContainKey("paused");
        assertThat(queue("supplier-desk", "Overdue")).contains(no);
        assertThat(queue("supplier-desk", "Frozen by a dispute")).doesNotContain(no);
        assertThat(task(no, unpaid).getPriority()).isEqualTo(70);
    }

    @Test
    @DisplayName("EXP-03: the card names the export orders that are linked now")
    void aLinkedExportOrderStandsOnTheCard() {
        String no = paid(draft());
        String second = platform.post("/orders/" + no + "/export-orders", "{}").text("/exportOrderNo");
        assertThat(local(no, DECLARE))
                .hasEntrySatisfying(
                        "exportOrders", shown -> assertThat(shown.toString()).contains(second));
    }

    @Test
    @DisplayName("A due date set by hand stays while the deadline does")
    void aDueDateSetByHandStays() {
        String no = paid(draft());
        Task task = task(no, DECLARE);
        java.util.Date earlier = java.util.Date.from(instant("2015-11-05T12:00:00"));
        tasks.setDueDate(task.getId(), earlier);
        remitted(no, "100.00");
        assertThat(task(no, DECLARE).getDueDate()).isEqualTo(earlier);
    }

    @Test
    @DisplayName("The queues by due date know the sandbox's clock and the day of Asia/Shanghai, to the millisecond")
    void theQueuesByDueDateFollowTheClock() {
        String no = paid(draft());
        at("2015-11-10T23:59:59.999");
        assertThat(queue("supplier-desk", "Due today")).doesNotContain(no);
        at("2015-11-11T00:00:00");
        assertThat(queue("supplier-desk", "Due today")).as("due at 24:00").contains(no);
        at("2015-11-11T23:59:59.999");
        assertThat(queue("supplier-desk", "Due today")).contains(no);
        assertThat(queue("supplier-desk", "Overdue")).doesNotContain(no);
        at("2015-11-12T00:00:00");
        assertThat(queue("supplier-desk", "Due today")).doesNotContain(no);
        assertThat(queue("supplier-desk", "Overdue")).contains(no);
        assertThat(queue("finance-desk", "Overdue")).as("another desk's").doesNotContain(no);
    }

    private void shows(String no, String taskKey, String due, Map<String, String> facts) {
        assertThat(task(no, taskKey).getDueDate().toInstant()).isEqualTo(instant(due));
        assertThat(local(no, taskKey))
                .containsAllEntriesOf(facts)
                .containsEntry("deadline", due.substring(0, 16).replace('T', ' '));
    }

    private Map<String, Object> local(String no, String taskKey) {
        return tasks.getVariablesLocal(task(no, taskKey).getId());
    }

    /** The orders in a queue, as a desk sees it. */
    private List<String> queue(String desk, String name) {
        identities.setAuthentication(desk, List.of(desk));
        try {
            String id = filters.createTaskFilterQuery().filterNameLike("%/ " + name).listPage(0, 10).stream()
                    .findFirst()
                    .orElseThrow()
                    .getId();
            return filters.<Task>listPage(id, 0, 1000).stream()
                    .map(task -> String.valueOf(tasks.getVariableLocal(task.getId(), "orderNo")))
                    .toList();
        } finally {
            identities.clearAuthentication();
        }
    }
}
