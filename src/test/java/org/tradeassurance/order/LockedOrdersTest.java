package org.tradeassurance.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tradeassurance.SampleOrder;

/** What a transaction knows of the orders that it has locked is what is stored, no longer and no further than its locks reach. */
@SpringBootTest
class LockedOrdersTest {

    private static final Instant DECLARED = Instant.parse("2015-12-01T02:00:00Z");

    @Autowired
    Orders orders;

    @Autowired
    OperationRecord record;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private TransactionTemplate transaction;
    private OrderNo no;

    @BeforeEach
    void anOrderIsStored() {
        transaction = new TransactionTemplate(transactions);
        no = orders.nextNumber();
        Order order = new SampleOrder(no, Instant.parse("2015-11-27T01:00:00Z"))
                .awaitingShipment(LocalDate.of(2015, 12, 27), "SEA", "12000.00");
        transaction.executeWithoutResult(tx -> orders.add(order, Party.SUPPLIER));
    }

    @Test
    void aChangeIsSeenInItsOwnTransaction() {
        transaction.executeWithoutResult(tx -> {
            declare(orders.lock(no));
            assertThat(orders.lock(no).shipment().declaredAt()).isEqualTo(DECLARED);
            assertThat(orders.get(no)).isEqualTo(orders.lock(no));
        });
        assertThat(orders.get(no).shipment().declaredAt()).isEqualTo(DECLARED);
    }

    @Test
    @DisplayName("What a transaction keeps equals what it would read")
    void whatIsKeptIsWhatIsStored() {
        Order kept = transaction.execute(tx -> {
            declare(orders.lock(no));
            return orders.lock(no);
        });
        assertThat(orders.get(no)).isEqualTo(kept);
    }

    @Test
    void whatIsNotLockedIsReadAgain() {
        transaction.executeWithoutResult(tx -> {
            assertThat(orders.get(no).shipment().declaredAt()).isNull();
            byAnother();
            assertThat(orders.get(no).shipment().declaredAt()).isEqualTo(DECLARED);
        });
    }

    @Test
    @DisplayName("UI-01: what is told when the transaction commits, before anything else is told, is written too")
    void whatIsToldLastIsWritten() {
        transaction.executeWithoutResult(tx -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    record.add(orders.lock(no), Fact.STEP_DONE, "last");
                }
            });
            record.begin();
        });
        assertThat(jdbc.sql("select detail from operation_record where order_no = :no and action = 'step-done'")
                        .param("no", no.value())
                        .query(String.class)
                        .list())
                .containsExactly("last");
    }

    @Test
    void nothingOutlivesATransaction() {
        transaction.executeWithoutResult(tx -> orders.lock(no));
        byAnother();
        transaction.executeWithoutResult(
                tx -> assertThat(orders.lock(no).shipment().declaredAt()).isEqualTo(DECLARED));
    }

    @Test
    @DisplayName("A command that is tried again begins with what is stored")
    void anAttemptThatIsRolledBackLeavesNothing() {
        Order before = orders.get(no);
        transaction.executeWithoutResult(failed -> {
            orders.lock(no);
            orders.update(before.with(before.funds().shortBalanceAsked(true)));
            failed.setRollbackOnly();
        });
        byAnother();
        transaction.executeWithoutResult(tx -> {
            assertThat(orders.lock(no).funds()).isEqualTo(before.funds());
            assertThat(orders.lock(no).shipment().declaredAt()).isEqualTo(DECLARED);
        });
    }

    @Test
    void aTransactionOfItsOwnKnowsNothingOfTheOneAround() {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(tx -> {
            declare(orders.lock(no));
            own.executeWithoutResult(
                    other -> assertThat(orders.get(no).shipment().declaredAt()).isNull());
        });
    }

    @Test
    void anOrderAsItIsStoredIsNotWrittenAgain() {
        transaction.executeWithoutResult(tx -> {
            declare(orders.lock(no));
            String row = row();
            orders.update(orders.lock(no));
            assertThat(row()).isEqualTo(row);
        });
    }

    @Test
    void withoutATransactionNothingIsKept() {
        orders.lock(no);
        byAnother();
        assertThat(orders.lock(no).shipment().declaredAt()).isEqualTo(DECLARED);
    }

    private void declare(Order order) {
        orders.update(order.with(order.shipment().declared(DECLARED)));
    }

    /** Changes the order in a transaction of another connection. */
    private void byAnother() {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        own.executeWithoutResult(tx -> declare(orders.lock(no)));
    }

    /** Where the row's version lies: each write makes another one. */
    private String row() {
        return jdbc.sql("select ctid::text from trade_order where order_no = :no")
                .param("no", no.value())
                .query(String.class)
                .single();
    }
}
