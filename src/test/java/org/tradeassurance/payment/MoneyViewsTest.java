package org.tradeassurance.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.tradeassurance.order.OrderNo;

/** The views that say where each cent lies, shown a wrong row. */
@SpringBootTest
@Import(PaymentFixture.class)
class MoneyViewsTest {

    @Autowired
    PaymentFixture payments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "update refund set amount = amount - 0.01 where order_no = :no",
                "update trade_order set refund_due = refund_due + 0.01 where order_no = :no",
                "delete from refund where order_no = :no",
                "update refund set paid_at = now(), paid_on = now(), paid_by = 'x', payout_reference = :no where order_no = :no",
                "update refund set order_no = null where order_no = :no",
                "update remittance set order_no = null, state = 'RETURNED', applied_to_deposit = 0, applied_to_balance = 0, refund_due = amount where order_no = :no",
                "update act_ru_execution set business_key_ = null where business_key_ in (select refund_no from refund where order_no = :no)"
            })
    @DisplayName("Every received cent is in exactly one place, or a view says so")
    void aCentInTheWrongPlaceIsSeen(String wrong) {
        OrderNo no = payments.awaitingDeposit("30000.00", "10000.00");
        payments.pay(no, "30010.00");
        seen(no, wrong);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "delete from returned_payout where refund_no in (select refund_no from refund where order_no = :no)",
                "update remittance set state = 'SUSPENSE' where order_no = :no and state = 'RETURNED_PAYOUT'",
                "update remittance set amount = 10.01 where order_no = :no and state = 'RETURNED_PAYOUT'",
                "update remittance set order_no = null where order_no = :no and state = 'RETURNED_PAYOUT'",
                "update refund set paid_at = now(), paid_on = now(), paid_by = 'x', payout_reference = :no where order_no = :no"
            })
    @DisplayName("BNK-09: what a bank has sent back is no money beside the refund that is due again, or a view says so")
    void aReturnedPayoutCountsOnce(String wrong) {
        OrderNo no = payments.awaitingDeposit("30000.00", "10000.00");
        payments.pay(no, "30010.00");
        payments.sentBack(no);
        seen(no, wrong);
    }

    private void seen(OrderNo no, String wrong) {
        transactions.executeWithoutResult(tx -> {
            jdbc.sql("delete from outbox_mail where order_no = :no")
                    .param("no", no.value())
                    .update();
            assertThat(jdbc.sql(wrong).param("no", no.value()).update()).isPositive();
            assertThat(Stream.of(
                                    "inv_remittance_is_in_one_place",
                                    "inv_order_money_is_in_one_place",
                                    "inv_money_to_move_has_its_task")
                            .mapToInt(view -> jdbc.sql("select * from " + view)
                                    .query()
                                    .listOfRows()
                                    .size())
                            .sum())
                    .isPositive();
            tx.setRollbackOnly();
        });
    }
}
