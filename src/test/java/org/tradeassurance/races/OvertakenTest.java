package org.tradeassurance.races;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Whoever waits for an order finds it as it is then, not as it was. */
class OvertakenTest extends RaceFixture {

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private ManagementService management;

    /** Starts a call while the order is locked, makes a change once the call waits, and lets go. */
    private <T> CompletableFuture<T> overtaken(String no, Callable<T> call, String... changes) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        transactions.executeWithoutResult(transaction -> {
            jdbc.sql("select 1 from trade_order where order_no = :no for update")
                    .param("no", no)
                    .query()
                    .listOfRows();
            answer.completeAsync(() -> {
                try {
                    return call.call();
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThatThrownBy(() -> answer.get(500, TimeUnit.MILLISECONDS))
                    .as("it waits")
                    .isInstanceOf(TimeoutException.class);
            for (String change : changes) {
                jdbc.sql(change).param("no", no).update();
            }
        });
        return answer;
    }

    @Test
    @DisplayName(
            "PAY-08: money that meets a new version of the contract is taken, not told that there is no such order")
    void moneyMeetsANewVersion() throws Exception {
        String no = driven(WaitState.AWAITING_BUYER_CONFIRM);
        Ready money = ready(no, Event.money("12000.00"), "1");
        String answer = overtaken(
                        no, money::come, """
                insert into contract_version select order_no, 2, content, author, party, created_at from contract_version where order_no = :no
                """, "update trade_order set contract_version = 2 where order_no = :no")
                .get(10, TimeUnit.SECONDS);
        assertThat(answer).isEqualTo("202 PENDING");
    }

    @Test
    @DisplayName("an operator whose task is gone reads so, in one sentence")
    void aTaskThatIsGone() {
        String no = driven(WaitState.AWAITING_BUYER_CONFIRM);
        Ready first = ready(no, Event.task("confirmContractAsBuyer", "decision=confirm"), "1");
        Ready second = ready(no, Event.task("confirmContractAsBuyer", "decision=cancel", "reason=No"), "2");
        assertThat(first.come()).startsWith("204");
        assertThat(second.come())
                .isEqualTo(
                        "422 Refusal: This task is no longer open: somebody else was faster, or the order has moved on. Load the list again.");
    }

    @Test
    @DisplayName("an operator's task that changed while they waited for the order is submitted again by itself")
    void aTaskThatChanged() throws Exception {
        String no = driven(WaitState.AWAITING_BUYER_CONFIRM);
        Ready confirmation = ready(no, Event.task("confirmContractAsBuyer", "decision=confirm"), "1");
        String answer = overtaken(no, confirmation::come, """
                update act_ru_task set rev_ = rev_ + 1 where proc_inst_id_ in (select id_ from act_ru_execution where business_key_ = :no)
                """).get(10, TimeUnit.SECONDS);
        assertThat(answer).startsWith("204");
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT");
    }

    @Test
    @DisplayName("a timer waits for the order, and leaves it alone if it was suspended meanwhile; no retry is lost")
    void aTimerThatWasSuspended() {
        String no = driven(WaitState.WINDOW_ENDING);
        String timer = jdbc.sql("""
                        select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ where e.business_key_ = :no
                        """).param("no", no).query(String.class).single();
        CompletableFuture<Boolean> run = overtaken(
                no,
                () -> {
                    management.executeJob(timer);
                    return true;
                },
                """
                update act_ru_job set suspension_state_ = 2, rev_ = rev_ + 1
                 where process_instance_id_ in (select id_ from act_ru_execution where business_key_ = :no)
                """);
        assertThatThrownBy(() -> run.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(OptimisticLockingException.class);
        assertThat(task(no, "userTask_decideOnUnpaidOrder")).isNull();
    }
}
