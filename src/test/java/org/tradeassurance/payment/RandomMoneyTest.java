package org.tradeassurance.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tradeassurance.payment.PaymentFixture.money;
import static org.tradeassurance.payment.PaymentFixture.notification;
import static org.tradeassurance.payment.PaymentFixture.reference;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Refusal;

/** Money, grants, decisions of the desk and pay-outs by chance: no cent is lost, none is paid twice. */
class RandomMoneyTest extends PaymentTest {

    private static final int STEPS = 30;
    private static final List<String> AMOUNTS = List.of("0.01", "95.00", "100.00", "500.00", "1900.01", "2500.00");

    @Autowired
    Refunds refunds;

    @Autowired
    Remittances remittances;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    /** Some in every build, more by {@code -Dmoney.seeds=1000}. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("money.seeds", 8));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("TOL-04, TOL-05, TR-22, AMB-28: every received cent is in exactly one place after every step")
    void noCentIsLostOrPaidTwice(long seed) {
        Random chance = new Random(seed);
        OrderNo no = chance.nextBoolean()
                ? payments.awaitingDeposit("2000.00", "1000.00")
                : payments.agreed("2000.00", "1000.00");
        Money sent = Money.ZERO;
        for (int step = 0; step < STEPS; step++) {
            sent = sent.plus(step(chance, no));
            payments.assertMoneyAddsUp();
            Money gone = sum(no, true);
            Order order = payments.order(no);
            assertThat(order.funds().refundDue()).isEqualTo(sum(no, false));
            assertThat(order.funds()
                            .held()
                            .plus(order.funds().refundDue())
                            .plus(gone)
                            .plus(waiting(no)))
                    .as("step %d", step)
                    .isEqualTo(sent);
        }
        refunds.of(no).forEach(this::payOut);
        payments.assertMoneyAddsUp();
        assertThat(payments.order(no).funds().refundDue()).isEqualTo(Money.ZERO);
    }

    /** @return what the order got in this step */
    private Money step(Random chance, OrderNo no) {
        String amount = AMOUNTS.get(chance.nextInt(AMOUNTS.size()));
        switch (chance.nextInt(11)) {
            case 0, 1, 2 -> {
                return payments.notify(money(no, amount, chance.nextInt(4) == 0 ? "CASH" : "TT"))
                        .money();
            }
            case 3 -> payments.notify(notification(reference(), no.value(), null, amount, "EUR", "TT"));
            case 4 -> {
                Remittance lost = payments.notify(notification(reference(), null, null, amount, "USD", "TT"));
                return assign(lost, no) ? lost.money() : Money.ZERO;
            }
            case 5 -> unmatched(no, chance.nextBoolean() ? "refund" : "assign");
            case 6 -> grant(chance, no);
            case 7 ->
                refunds.of(no).stream().skip(chance.nextInt(3)).findFirst().ifPresent(this::payOut);
            case 8 -> goOn(no);
            case 9 ->
                refunds.of(no).stream().skip(chance.nextInt(3)).findFirst().ifPresent(this::comesBack);
            default -> {
                if (chance.nextInt(6) == 0 && !payments.order(no).status().isTerminal()) {
                    close(no);
                }
            }
        }
        return Money.ZERO;
    }

    private boolean assign(Remittance lost, OrderNo no) {
        return complete(lost.id(), Map.of("decision", "assign", "assignTo", no.value()));
    }

    private void unmatched(OrderNo no, String decision) {
        jdbc.sql(
                        "select remittance_id from remittance where order_no = :no and state in ('SUSPENSE', 'PARKED') limit 1")
                .param("no", no.value())
                .query(String.class)
                .optional()
                .ifPresent(id -> complete(id, Map.of("decision", decision, "assignTo", no.value())));
    }

    private void grant(Random chance, OrderNo no) {
        long held = payments.order(no).funds().held().cents();
        if (held > 0 && !payments.order(no).isClosed()) {
            payments.refund(no, Money.ofCents(1 + chance.nextLong(held)));
        }
    }

    private void goOn(OrderNo no) {
        OrderStatus status = payments.order(no).status();
        Task task = task(no.value());
        if (status == OrderStatus.AWAITING_DEPOSIT_CONFIRM && task != null) {
            tasks.complete(task.getId());
        } else if (status == OrderStatus.AWAITING_SHIPMENT) {
            payments.ship(no);
        } else if (status == OrderStatus.AWAITING_RECEIPT) {
            payments.change(no, order -> order.complete(payments.now(), false));
        }
    }

    private void close(OrderNo no) {
        payments.refund(no, payments.order(no).funds().held());
        payments.close(no);
    }

    private void payOut(Refund refund) {
        boolean due = refund.payout() == null;
        assertThat(complete(refund.refundNo(), Map.of("payoutReference", reference(), "paidOn", "2015-11-27")))
                .isEqualTo(due);
    }

    /** It brings no money of the buyer's, whether the desk may take it for the refund or must keep it. */
    private void comesBack(Refund refund) {
        boolean paid = refund.payout() != null;
        Remittance credit = payments.notify(new RemittanceRequest(
                        reference(), null, null, refund.amount(), refund.currency(), "TT", null, refund.refundNo())
                .parse());
        Map<String, Object> decision =
                Map.of("decision", "returned", "returnedRefund", "other", "otherRefund", refund.refundNo());
        assertThat(complete(credit.id(), decision)).isEqualTo(paid);
    }

    /** False if nothing waits there, or the desk's decision is refused. */
    private boolean complete(String key, Map<String, Object> fields) {
        Task task = task(key);
        if (task == null) {
            return false;
        }
        try {
            tasks.complete(task.getId(), fields);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    private Task task(String key) {
        return tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
    }

    private Money sum(OrderNo no, boolean paid) {
        return refunds.of(no).stream()
                .filter(refund -> refund.currency().equals("USD") && (refund.payout() != null) == paid)
                .map(refund -> Money.of(refund.amount()))
                .reduce(Money.ZERO, Money::plus);
    }

    private Money waiting(OrderNo no) {
        return remittances.of(no).stream()
                .filter(remittance -> remittance.isInDollars()
                        && remittance.state() != Remittance.State.RETURNED_PAYOUT
                        && remittance.allocation().sum().isZero())
                .map(Remittance::money)
                .reduce(Money.ZERO, Money::plus);
    }
}
