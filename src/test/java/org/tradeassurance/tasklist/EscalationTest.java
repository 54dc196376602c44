package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.acceptance.AcceptanceTest;
import org.tradeassurance.process.EngineJobs;

/** ACT-06: overdue tasks go to the top and to the lead of their desk, every morning at eight, once a task. */
class EscalationTest extends AcceptanceTest {

    private static final String COMPLAINT =
            "{\"party\":\"SUPPLIER\",\"kind\":\"COMPLAINT\",\"reason\":\"The buyer does not answer\"}";

    @Autowired
    EngineJobs jobs;

    @Autowired
    IdentityService identities;

    @BeforeEach
    void nothingElseIsOverdue() {
        jdbc.sql("update act_ru_task set priority_ = 100").update();
        jdbc.sql("delete from outbox_mail where about is not null").update();
        jobs.redateSharedJobs();
    }

    @AfterEach
    void putTimersBack() {
        clock.reset();
        jobs.redateSharedJobs();
    }

    @Test
    @DisplayName("ACT-06: on the first morning after its due date, the lead is mailed and the task raised, once")
    void anOverdueTaskIsEscalatedOnce() {
        String no = opened(draft());
        Task task = task(no, "userTask_confirmContractAsBuyer");
        assertThat(task.getDueDate().toInstant()).isEqualTo(instant("2015-11-03T09:00:00"));
        assertThat(task.getPriority()).isEqualTo(70);

        until("2015-11-04T07:59:59");
        assertThat(mails(no)).isEmpty();
        assertThat(task(no, "userTask_confirmContractAsBuyer").getPriority()).isEqualTo(70);

        until("2015-11-04T08:00:00");
        assertThat(task(no, "userTask_confirmContractAsBuyer").getPriority()).isEqualTo(100);
        assertThat(tasks.getVariableLocal(task.getId(), "escalated")).isEqualTo("2015-11-04 08:00");
        assertThat(mails(no)).containsExactly("buyer-desk-lead@example.com");

        until("2015-11-06T08:00:00");
        assertThat(mails(no)).as("once a task").hasSize(1);
    }

    @Test
    void theMailSaysWhatIsOverdueInBothLanguages() {
        String no = opened(draft());
        until("2015-11-04T08:00:00");
        JsonNode mail =
                platform.get("/sandbox/mails?limit=1").body().path("items").path(0);
        assertThat(mail.path("recipient").asText()).isEqualTo("buyer-desk-lead@example.com");
        assertThat(mail.path("orderNo").isNull() || mail.path("orderNo").isMissingNode())
                .isTrue();
        assertThat(mail.path("subject").asText()).isEqualTo("逾期任务 / Overdue tasks");
        assertThat(mail.path("body").asText())
                .contains(
                        "贵组以下任务已逾期",
                        "These tasks of your desk are overdue",
                        "2015-11-03 09:00  " + no + "  以买家身份确认合同 / Confirm contract as buyer",
                        "/tasks/" + task(no, "userTask_confirmContractAsBuyer").getId() + "\n",
                        "/camunda/app/tasklist/");
    }

    @Test
    void eachDeskHasItsOwnLeadAndMoneyOfNoOrderCounts() {
        String no = opened(draft());
        String money =
                remit("BANK-LATE-" + supplier, "79999999999999", "12.00", "TT").text("/remittanceId");
        until("2015-11-04T08:00:00");
        assertThat(mails(no)).containsExactly("buyer-desk-lead@example.com");
        assertThat(mails(money)).containsExactly("finance-desk-lead@example.com");
        assertThat(task(money, "userTask_matchRemittance").getPriority()).isEqualTo(100);
    }

    @Test
    @DisplayName("TR-22: while a dispute freezes an order, only the dispute's own task is escalated")
    void aFrozenOrdersTasksWait() {
        String no = paid(draft());
        ok(act(no, "disputes", COMPLAINT));
        until("2015-11-20T08:00:00");
        assertThat(task(no, "userTask_declareShipment").getPriority())
                .as("of what is paused")
                .isZero();
        assertThat(task(no, "userTask_decideDispute").getPriority()).isEqualTo(100);
        assertThat(mails(no)).containsExactly("assurance-desk-lead@example.com");
    }

    @Test
    void aTaskThatWasPutOffIsNotOverdue() {
        String no = opened(draft());
        Task task = task(no, "userTask_confirmContractAsBuyer");
        tasks.setDueDate(task.getId(), java.util.Date.from(instant("2015-11-09T09:00:00")));
        until("2015-11-09T08:00:00");
        assertThat(mails(no)).isEmpty();
        until("2015-11-10T08:00:00");
        assertThat(mails(no)).hasSize(1);
    }

    @Test
    void theSandboxHasALeadOfEachDeskWhoIsAMemberToo() {
        List<String> desks = DeskPlan.read().desks().stream()
                .filter(desk -> desk.leads() == null && !desk.observes())
                .map(DeskPlan.Desk::group)
                .toList();
        assertThat(desks).hasSize(5).allSatisfy(desk -> {
            assertThat(identities.checkPassword(desk + "-lead", "sandbox")).isTrue();
            assertThat(identities.createGroupQuery().groupMember(desk + "-lead").list())
                    .extracting(group -> group.getId())
                    .containsExactlyInAnyOrder(desk, desk + "-lead");
        });
    }

    /** To whom overdue tasks of the order were told; other tests' orders grow old too. */
    private List<String> mails(String no) {
        return jdbc.sql(
                        "select recipient from outbox_mail where template = 'tasks-overdue' and about like '%' || :no || '%' order by id")
                .param("no", no)
                .query(String.class)
                .list();
    }
}
