package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.order.Fact;
import org.tradeassurance.web.Caller;

/** What members of a desk do with tasks beside completing them, and whose tasks nobody touches; four eyes on judgements. */
class DeskWorkTest extends AcceptanceTest {

    private static final String COMPLAINT =
            "{\"party\":\"SUPPLIER\",\"kind\":\"COMPLAINT\",\"reason\":\"The buyer does not answer\"}";
    private static final Map<String, String> DISMISSED = Map.of("decision", "DISMISSED", "reason", "All as agreed");

    @Autowired
    private IdentityService identities;

    @BeforeEach
    void peopleOfSeveralDesks() {
        person("mei", "supplier-desk");
        person("lan", "supplier-desk");
        person("bo", "supplier-desk", "assurance-desk");
        person("qi", "assurance-desk");
        person("hua", "supplier-desk", "supplier-desk-lead");
    }

    @AfterEach
    void leave() {
        List.of("mei", "lan", "bo", "qi", "hua").forEach(identities::deleteUser);
    }

    private void person(String name, String... groups) {
        User user = identities.newUser(name);
        user.setPassword("sandbox");
        identities.saveUser(user);
        List.of(groups).forEach(group -> identities.createMembership(name, group));
    }

    private String supplierTask() {
        String no = opened(draft().with("/origin", "BUYER_ORDER"));
        return task(no, "userTask_confirmContractAsSupplier").getId();
    }

    private Task stored(String id) {
        return tasks.createTaskQuery().taskId(id).singleResult();
    }

    @Test
    void aMemberPlansCommentsPassesOnAndPutsBack() {
        String task = supplierTask();
        DeskMember mei = member("mei");
        assertThat(mei.claim(task).status()).isEqualTo(204);
        assertThat(mei.comment(task, "Waits for the new price list").status()).isEqualTo(200);
        assertThat(mei.get("/task/" + task + "/comment").body()).contains("Waits for the new price list", "mei");
        assertThat(mei.change(task, "followUp", "2015-11-03T09:00:00.000+0800").status())
                .isEqualTo(204);
        assertThat(stored(task).getFollowUpDate().toInstant()).isEqualTo(instant("2015-11-03T09:00:00"));
        assertThat(mei.assign(task, "lan").status()).isEqualTo(204);
        assertThat(member("lan").unclaim(task).status()).isEqualTo(204);
        assertThat(stored(task).getAssignee()).isNull();
    }

    @Test
    void whatATaskIsAndHowUrgentItIsFollowsItsOrder() {
        String task = supplierTask();
        Task before = stored(task);
        for (String member : List.of("mei", "hua")) {
            refused(member(member).change(task, "due", "2015-11-05T18:00:00.000+0800"));
            refused(member(member).change(task, "priority", "1"));
            refused(member(member).change(task, "name", "Something else"));
            refused(member(member).change(task, "description", "Something else"));
            refused(member(member).change(task, "owner", member));
        }
        assertThat(stored(task).getDueDate()).isEqualTo(before.getDueDate());
        assertThat(stored(task).getPriority()).isEqualTo(before.getPriority());
        assertThat(stored(task).getName()).isEqualTo(before.getName());
        DeskMember admin = member("admin");
        refused(admin.change(task, "name", "Something else"));
        assertThat(admin.change(task, "due", "2015-11-05T18:00:00.000+0800").status())
                .isEqualTo(204);
        assertThat(stored(task).getDueDate().toInstant()).isEqualTo(instant("2015-11-05T18:00:00"));
    }

    @Test
    void anotherDeskOfTheSameProcessDoesNoneOfIt() {
        String task = supplierTask();
        DeskMember buyers = member("buyer-desk");
        refused(buyers.claim(task));
        refused(buyers.comment(task, "Not mine"));
        refused(buyers.change(task, "followUp", "2015-11-03T09:00:00.000+0800"));
        refused(buyers.change(task, "due", "2015-11-05T18:00:00.000+0800"));
        refused(buyers.change(task, "priority", "1"));
        refused(buyers.assign(task, "mei"));
        refused(buyers.assign(task, "buyer-desk"));
        refused(buyers.delegate(task, "mei"));
        member("mei").claim(task);
        refused(buyers.unclaim(task));
        assertThat(stored(task).getAssignee()).isEqualTo("mei");
        assertThat(stored(task).getFollowUpDate()).isNull();
        assertThat(tasks.getTaskComments(task)).isEmpty();
    }

    @Test
    void onlyALeadTakesATaskFromAColleague() {
        String task = supplierTask();
        member("mei").claim(task);
        refused(member("lan").assign(task, "lan"));
        assertThat(member("hua").assign(task, "lan").status()).isEqualTo(204);
        assertThat(stored(task).getAssignee()).isEqualTo("lan");
    }

    @Test
    void theLeadOfOneDeskIsNoLeadOfAnother() {
        identities.createMembership("qi", "supplier-desk-lead");
        String no = paid(draft());
        ok(act(no, "disputes", COMPLAINT));
        String task = task(no, "userTask_decideDispute").getId();
        member("bo").claim(task);
        refused(member("qi").assign(task, "qi"));
    }

    /** An order that somebody of the supplier's desk has confirmed, in dispute. */
    private String confirmedBy(String name) {
        String no = opened(draft().with("/origin", "BUYER_ORDER"));
        String task = task(no, "userTask_confirmContractAsSupplier").getId();
        DeskMember member = member(name);
        member.claim(task);
        assertThat(member.submit(task, Map.of("decision", "confirm")).status()).isBetween(200, 204);
        remitted(no, "12000.00");
        ok(act(no, "disputes", COMPLAINT));
        return no;
    }

    @Test
    @DisplayName("TR-22: who accepted an order for one side does not judge its dispute, by any door")
    void fourEyesJudgeADispute() {
        String no = confirmedBy("bo");
        String task = task(no, "userTask_decideDispute").getId();
        DeskMember bo = member("bo");
        Caller.Answer chinese = bo.speaking("zh-CN").claim(task);
        refused(chinese);
        assertThat(chinese.json().path("message").asText()).isEqualTo("bo 曾代表订单 " + no + " 的一方操作，须由他人裁定。");
        Caller.Answer english = bo.speaking("en").claim(task);
        refused(english);
        assertThat(english.json().path("message").asText())
                .isEqualTo("bo has acted for a party of order " + no + ". Somebody else has to judge here.");
        DeskMember qi = member("qi");
        refused(qi.assign(task, "bo"));
        refused(qi.delegate(task, "bo"));
        refused(qi.change(task, "assignee", "bo"));
        assertThat(stored(task).getAssignee()).isNull();

        assertThat(qi.claim(task).status()).isEqualTo(204);
        assertThat(qi.submit(task, DISMISSED).status()).isBetween(200, 204);
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
    }

    @Test
    @DisplayName("TR-22: whoever has the task and acts for one side afterwards does not complete it")
    void fourEyesAtCompletionToo() {
        String no = confirmedBy("mei");
        String task = task(no, "userTask_decideDispute").getId();
        DeskMember bo = member("bo");
        assertThat(bo.claim(task).status()).isEqualTo(204);
        recorded(no, "bo", Fact.CONTRACT_CONFIRMED);
        refused(bo.submit(task, DISMISSED));
        assertThat(order(no).body().path("frozen").asBoolean()).isTrue();
    }

    private void recorded(String no, String actor, Fact fact) {
        jdbc.sql("""
                        insert into operation_record (order_no, at, actor, action, contract_version)
                        values (:no, now(), :actor, :action, 1)
                        """)
                .param("no", no)
                .param("actor", actor)
                .param("action", fact.action())
                .update();
    }

    @Test
    @DisplayName("TR-22: whatever was done for one side keeps from judging, and nothing else does")
    void everyFactHasItsSide() {
        String no = confirmedBy("mei");
        String task = task(no, "userTask_decideDispute").getId();
        DeskMember bo = member("bo");
        for (Fact fact : Fact.values()) {
            recorded(no, "bo", fact);
            boolean neutral = fact.side() == Fact.Side.NONE;
            assertThat(bo.claim(task).status() == 204).as(fact.action()).isEqualTo(neutral);
            if (neutral) {
                bo.unclaim(task);
            }
            jdbc.sql("delete from operation_record where order_no = :no and actor = 'bo'")
                    .param("no", no)
                    .update();
        }
    }

    @Test
    @DisplayName("TR-22: who was asked about an unpaid order does not judge its dispute")
    void decidingOnAnUnpaidOrderIsActingForTheSupplier() {
        String no = agreed(draft());
        until("2015-11-16T09:00:00");
        String unpaid = task(no, "userTask_decideOnUnpaidOrder").getId();
        DeskMember bo = member("bo");
        bo.claim(unpaid);
        assertThat(bo.submit(unpaid, Map.of("decision", "wait")).status()).isBetween(200, 204);
        ok(act(no, "disputes", COMPLAINT));
        refused(bo.claim(task(no, "userTask_decideDispute").getId()));
    }

    @Test
    @DisplayName(
            "TR-22: who has dismissed a dispute and closes the order for a party afterwards judges nothing more about it")
    void closingForAPartyIsNotClosingAsAJudge() {
        String no = opened(draft().with("/origin", "BUYER_ORDER"));
        ok(act(no, "disputes", COMPLAINT));
        DeskMember bo = member("bo");
        String dispute = task(no, "userTask_decideDispute").getId();
        bo.claim(dispute);
        assertThat(bo.submit(dispute, DISMISSED).status()).isBetween(200, 204);
        recorded(no, "bo", Fact.ORDER_CLOSED);
        refused(bo.claim(
                task(complaint("\"" + no + "\""), "userTask_judgeComplaint").getId()));
    }

    @Test
    @DisplayName("TR-22: who has judged one dispute of an order may judge the next")
    void aJudgeMayJudgeAgain() {
        String no = confirmedBy("mei");
        DeskMember bo = member("bo");
        for (int dispute = 0; dispute < 2; dispute++) {
            String task = task(no, "userTask_decideDispute").getId();
            assertThat(bo.claim(task).status()).isEqualTo(204);
            assertThat(bo.submit(task, DISMISSED).status()).isBetween(200, 204);
            ok(act(no, "disputes", COMPLAINT));
        }
    }

    @Test
    @DisplayName("VIO-01: nor does it judge a complaint about the order")
    void fourEyesJudgeAComplaint() {
        String no = confirmedBy("bo");
        String about = complaint("\"" + no + "\"");
        refused(member("bo").claim(task(about, "userTask_judgeComplaint").getId()));
        String general = complaint("null");
        assertThat(member("bo")
                        .claim(task(general, "userTask_judgeComplaint").getId())
                        .status())
                .isEqualTo(204);
        assertThat(member("qi")
                        .claim(task(about, "userTask_judgeComplaint").getId())
                        .status())
                .isEqualTo(204);
    }

    private String complaint(String order) {
        return platform.post("/complaints", """
                        {"supplierId": "%s", "orderNo": %s, "kind": "CONTRACT_BREACH", "text": "Other goods"}
                        """.formatted(supplier, order)).text("/complaintId");
    }

    private static void refused(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(403, 422);
    }
}
