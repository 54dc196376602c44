package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** A queue as a table: which tasks a desk reads, and what of them. */
class TaskTableTest extends TaskTableFixture {

    private static final List<String> DESKS =
            List.of("supplier-desk", "buyer-desk", "finance-desk", "export-desk", "assurance-desk");

    /** Tasks of four desks. */
    private void work() {
        opened(draft().with("/submit", "false"));
        opened(draft());
        opened(draft().with("/origin", "BUYER_ORDER"));
        paid(draft());
        remit("BANK-LOST", "70058590568114", "500.00", "TT");
        cleared("EO-UNKNOWN", "2015-11-01");
        clock.runDueJobs();
    }

    @Test
    void aDeskReadsItsOwnTasksInEveryQueueThatItSees() {
        work();
        for (String desk : DESKS) {
            Set<String> read = new TreeSet<>();
            for (String queue : queues(desk)) {
                List<JsonNode> rows = rows(desk, queue + "&limit=200");
                rows.forEach(row -> read.add(row.path("taskId").asText()));
                assertThat(queue(desk, queue).path("open").asInt())
                        .as(desk + " " + queue)
                        .isEqualTo(rows.size());
            }
            Set<String> own = new TreeSet<>();
            tasks.createTaskQuery().taskCandidateGroup(desk).list().forEach(task -> own.add(task.getId()));
            assertThat(read).as(desk).isEqualTo(own);
        }
    }

    @Test
    void whoBelongsToTwoDesksReadsBoth_andNobodyElsesQueues() {
        work();
        Set<String> groups = new TreeSet<>();
        for (JsonNode row : rows("bo", "desks")) {
            for (IdentityLink link :
                    tasks.getIdentityLinksForTask(row.path("taskId").asText())) {
                groups.add(link.getGroupId());
            }
        }
        assertThat(groups).containsExactly("supplier-desk");
        assertThat(queues("bo")).contains("drafts", "disputes", "mine").doesNotContain("receipts", "everything");
        assertThat(get("bo", "?queue=receipts").status()).isEqualTo(400);
        assertThat(get("bo", "?queue=everything").status()).isEqualTo(400);
    }

    @Test
    void analystsReadWhatIsOpen_andAdministratorsToo() {
        work();
        long open = tasks.createTaskQuery().count();
        assertThat(rows("process-analyst", "everything&limit=200")).hasSize((int) open);
        assertThat(queues("process-analyst")).containsExactly("everything");
        assertThat(rows("admin", "everything&limit=200")).hasSize((int) open);
        assertThat(rows("admin", "drafts")).hasSize(1);
        assertThat(rows("admin", "desks")).isEmpty();
    }

    @Test
    void accountsOfProgramsHaveNoQueues() {
        for (String account : List.of("platform", "supplier-S-1001", "buyer-acme", "bank")) {
            assertThat(as(account).get("/tasks?queue=mine").status())
                    .as(account)
                    .isEqualTo(403);
            assertThat(as(account).get("/tasks/queues").status()).as(account).isEqualTo(403);
        }
    }

    @Test
    void aRowSaysWhatTheCardSays() {
        String no = opened(draft().with("/origin", "BUYER_ORDER"));
        Task task = task(no, "userTask_confirmContractAsSupplier");
        member("bo").claim(task.getId());
        JsonNode row = rows("bo", "confirm-as-supplier").get(0);
        assertThat(row.path("taskId").asText()).isEqualTo(task.getId());
        assertThat(row.path("orderNo").asText()).isEqualTo(no);
        assertThat(row.at("/name/en").asText()).isEqualTo("Confirm contract as supplier");
        assertThat(row.at("/name/zh").asText()).containsPattern("\\p{IsHan}");
        assertThat(row.path("supplier").asText()).isEqualTo("Supplier " + supplier);
        assertThat(row.path("buyer").asText()).isNotEmpty();
        assertThat(row.path("amount").asText()).isEqualTo("40,000.00 USD");
        assertThat(row.path("dueAt").asText())
                .isEqualTo(task.getDueDate().toInstant().toString());
        assertThat(row.path("createdAt").asText())
                .isEqualTo(task.getCreateTime().toInstant().toString());
        assertThat(row.at("/assignee/login").asText()).isEqualTo("bo");
        assertThat(row.at("/assignee/name").asText()).isEqualTo("Bo Lin");
        assertThat(orders("bo", "mine")).containsExactly(no);
        assertThat(orders("supplier-desk", "mine")).isEmpty();
        assertThat(orders("supplier-desk", "confirm-as-supplier&holder=bo")).containsExactly(no);
        assertThat(orders("supplier-desk", "confirm-as-supplier&unassigned=true"))
                .isEmpty();
    }

    @Test
    void moneyThatNamesAnUnknownOrderLeadsToNone() {
        remit("BANK-LOST", "70058590568114", "500.00", "TT");
        clock.runDueJobs();
        JsonNode row = rows("finance-desk", "unmatched-money").get(0);
        assertThat(row.path("orderNo").isNull()).isTrue();
        assertThat(row.at("/facts/reference").asText()).isEqualTo("BANK-LOST");
        assertThat(row.at("/facts/orderNo").asText()).isEqualTo("70058590568114");
        List<String> columns = new ArrayList<>();
        queue("finance-desk", "unmatched-money")
                .path("columns")
                .forEach(column -> columns.add(column.path("name").asText()));
        assertThat(columns).containsExactly("reference", "reason", "info");
    }

    @Test
    void theFilterFindsPartsOfWhatIsShown() {
        String no = opened(draft().with("/submit", "false"));
        opened(draft().with("/submit", "false").with("/buyer/name", "上海百联有限公司"));
        assertThat(orders("supplier-desk", "drafts&q=" + no.substring(8))).contains(no);
        assertThat(rows("supplier-desk", "drafts&q=" + encoded("百联"))).hasSize(1);
        assertThat(rows("supplier-desk", "drafts&q=" + encoded("ｓｕｐｐｌｉｅｒ"))).hasSize(2);
        assertThat(rows("supplier-desk", "drafts&q=" + encoded("%"))).isEmpty();
        assertThat(rows("supplier-desk", "drafts&q=_")).isEmpty();
        assertThat(rows("supplier-desk", "drafts&q=" + encoded("it's \"x\" \\")))
                .isEmpty();
        assertThat(rows("supplier-desk", "drafts&q=" + encoded("  "))).hasSize(2);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void tasksOfAFrozenOrderWaitForNobody() {
        String no = paid(draft());
        assertThat(orders("supplier-desk", "shipments")).containsExactly(no);
        ok(act(no, "disputes", "{\"party\": \"BUYER\", \"kind\": \"REFUND\", \"reason\": \"Wrong colour\"}"));
        assertThat(orders("supplier-desk", "shipments")).isEmpty();
        assertThat(orders("supplier-desk", "desks")).isEmpty();
        assertThat(queue("supplier-desk", "shipments").path("open").asInt()).isZero();
        assertThat(orders("supplier-desk", "frozen")).containsExactly(no);
        assertThat(queue("supplier-desk", "frozen").path("open").asInt()).isEqualTo(1);
        assertThat(orders("buyer-desk", "frozen")).isEmpty();
        assertThat(orders("assurance-desk", "disputes")).containsExactly(no);
    }
}
