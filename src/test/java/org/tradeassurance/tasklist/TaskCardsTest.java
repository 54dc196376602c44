package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Outcomes;

/** What a desk sees on the card of a task. */
@SpringBootTest
class TaskCardsTest {

    private static final OrderNo NO = new OrderNo("70058590568114");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Orders orders;

    @Autowired
    Outcomes outcomes;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identities;

    @AfterEach
    void logOut() {
        identities.clearAuthentication();
    }

    @Test
    void aTaskShowsTheOrderItIsAbout() {
        Task task = waitsAt("confirm-order", "userTask_confirmContractAsSupplier", order("12000.00"));

        assertThat(tasks.getVariablesLocal(task.getId()))
                .containsEntry("orderNo", NO.value())
                .containsEntry("amount", "40,000.00 USD")
                .containsEntry("amountValue", 40000.0)
                .containsEntry("buyer", "acme@example.com")
                .containsEntry("supplier", "Ningbo Hailan Lighting Co., Ltd.")
                .containsEntry("deposit", "12,000.00 USD")
                .doesNotContainKey("deadline");
        assertThat(tasks.getVariableLocal(task.getId(), "lines").toString())
                .contains("\"product\":\"Desk light\"", "\"amount\":\"40,000.00 USD\"");
        assertThat(task.getPriority()).isEqualTo(70);
        assertThat(task.getDueDate()).as("handled within two days").isNotNull();
    }

    @Test
    void whoConfirmsAContractReadsAllOfItsTerms() {
        Task task = waitsAt("confirm-order", "userTask_confirmContractAsSupplier", order("12000.00"));

        assertThat(tasks.getVariableLocal(task.getId(), "conditions").toString())
                .contains(
                        "尾款 / Balance\",\"value\":\"28,000.00 USD",
                        "运费 / Freight\",\"value\":\"0.00 USD",
                        "保险费 / Insurance",
                        "减免金额 / Reduction",
                        "付款方式 / Payment methods",
                        "电汇 / T/T",
                        "海运 / Sea",
                        "保障金额 / Covered amount",
                        "供应商可用保障额度 / Supplier's free quota",
                        "备注 / Remark");
    }

    @Test
    void theCardFollowsTheOrdersRow() {
        Task task = waitsAt("collect-deposit", "userTask_acceptShortDeposit", order("12000.00"));
        assertThat(tasks.getVariablesLocal(task.getId()))
                .containsAllEntriesOf(
                        Map.of("expected", "12,000.00 USD", "received", "0.00 USD", "missing", "12,000.00 USD"));

        transaction.executeWithoutResult(status -> {
            Order order = orders.lock(NO);
            outcomes.carryOut(Outcome.of(order.with(order.funds().plus(Money.of("11950.00"), Money.ZERO, Money.ZERO))));
        });

        assertThat(tasks.getVariablesLocal(task.getId()))
                .containsAllEntriesOf(
                        Map.of("expected", "12,000.00 USD", "received", "11,950.00 USD", "missing", "50.00 USD"));
    }

    @Test
    void aDeskSeesItsQueuesWithTheirTasksAndNoOthers() {
        waitsAt("confirm-order", "userTask_confirmContractAsSupplier", order("12000.00"));

        identities.setAuthentication("supplier-desk", List.of("supplier-desk"));
        List<Filter> offered = filters.createTaskFilterQuery().listPage(0, 100);
        assertThat(offered).extracting(Filter::getName).noneMatch(name -> name.contains("Unmatched money"));
        Filter queue = offered.stream()
                .filter(filter -> filter.getName().contains("Contracts to confirm"))
                .findFirst()
                .orElseThrow();
        assertThat(filters.count(queue.getId())).isEqualTo(1);
        Filter all = offered.stream()
                .filter(filter -> filter.getName().contains("All tasks"))
                .findFirst()
                .orElseThrow();
        assertThat(filters.count(all.getId())).isEqualTo(1);

        identities.setAuthentication("finance-desk", List.of("finance-desk"));
        assertThat(filters.createTaskFilterQuery().listPage(0, 100))
                .extracting(Filter::getName)
                .anyMatch(name -> name.contains("Unmatched money"))
                .noneMatch(name -> name.contains("Contracts to confirm"));
        assertThat(tasks.createTaskQuery().count()).isZero();
    }

    private Task waitsAt(String process, String task, OrderNo no) {
        runtime.createProcessInstanceByKey(process)
                .businessKey(no.value())
                .startBeforeActivity(task)
                .execute();
        return tasks.createTaskQuery().taskDefinitionKey(task).singleResult();
    }

    private OrderNo order(String deposit) {
        identities.clearAuthentication();
        runtime.createProcessInstanceQuery()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "next test"));
        jdbc.sql("truncate trade_order cascade").update();
        jdbc.sql("""
                        insert into trade_order (order_no, origin, supplier_id, buyer_email, acknowledged_agreement, acknowledged_export,
                                created_at, status, contract_version, total, deposit, payment_due_at)
                        values (:no, 'SUPPLIER_DRAFT', 'S-1001', 'acme@example.com', true, true, now(), 'AWAITING_DEPOSIT', 1,
                                40000.00, :deposit::numeric, now())
                        """).param("no", NO.value()).param("deposit", deposit).update();
        jdbc.sql("""
                        insert into contract_version (order_no, version, content, author, party, created_at)
                        values (:no, 1, :content::jsonb, 'platform', 'SUPPLIER', now())
                        """)
                .param("no", NO.value())
                .param("content", """
                        {"lines": [{"productId": "P-100", "product": "Desk light", "category": "LIGHTING", "quantity": "500", "unit": "Set",
                         "unitPrice": "80.00"}], "shipping": {"transport": "SEA", "tradeTerm": "FOB", "destination": "GB", "freight": "0.00",
                         "insurance": "0.00", "shipBy": {"date": "2015-11-27"}}, "payment": {"methods": ["TT"], "deposit": "%s",
                         "adjustment": "0.00"}, "coverage": "POST_DELIVERY", "remark": ""}
                        """.formatted(deposit))
                .update();
        return NO;
    }
}
