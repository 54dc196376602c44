package org.tradeassurance.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Deadlines;
import org.tradeassurance.order.Funds;
import org.tradeassurance.order.Leg;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Origin;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Outcomes;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Progress;
import org.tradeassurance.order.Shipment;
import org.tradeassurance.order.Tally;

/** Orders that both parties have confirmed, the phases that collect their money, and banks that notify it. */
@TestComponent
class PaymentFixture {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Orders orders;

    @Autowired
    private Outcomes outcomes;

    @Autowired
    private Remittances remittances;

    private final Inbox inbox;
    private final Postings postings;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    PaymentFixture(
            Orders orders,
            Inbox inbox,
            Postings postings,
            RuntimeService runtime,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Clock clock) {
        this.orders = orders;
        this.inbox = inbox;
        this.postings = postings;
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** An order of a new pair of parties, confirmed by both now; nobody asks for its money yet. */
    OrderNo agreed(String total, String deposit) {
        int pair = COUNT.incrementAndGet();
        jdbc.sql("""
                        insert into supplier (supplier_id, name, region, assurance_active, quota_limit, activated_at)
                        values (:id, 'Supplier', 'CN', true, 0, now())
                        """).param("id", "S-" + pair).update();
        OrderNo no = orders.nextNumber();
        var confirmed = new Order.Confirmation(1, clock.instant());
        Order order = new Order(
                no,
                new Order.Parties(
                        Origin.SUPPLIER_DRAFT,
                        "S-" + pair,
                        new Order.Buyer(
                                "buyer" + pair + "@example.com", "GB", Order.AccountType.OVERSEAS_FREE, "Buyer"),
                        new Order.Acknowledged(true, true)),
                new Progress(
                        OrderStatus.AWAITING_BUYER_CONFIRM,
                        clock.instant(),
                        clock.instant(),
                        null,
                        null,
                        null,
                        false,
                        null),
                new Order.Agreement(1, contract(total, deposit), null, confirmed, confirmed, null),
                new Order.Coverage(Money.ZERO, Order.Coverage.State.NONE),
                new Funds(Money.ZERO, Money.ZERO, Money.ZERO, null, null, false),
                new Shipment(null, null, null, null, null, Order.ExportCheck.ALLOWED, false),
                Deadlines.NONE);
        transactions.executeWithoutResult(tx -> orders.add(order, Party.SUPPLIER));
        return no;
    }

    /** The same, and its deposit is awaited. */
    OrderNo awaitingDeposit(String total, String deposit) {
        OrderNo no = agreed(total, deposit);
        start("collect-deposit", no);
        return no;
    }

    /** The same, the deposit paid and the goods shipped. */
    OrderNo awaitingBalance(String total, String deposit) {
        OrderNo no = awaitingDeposit(total, deposit);
        pay(no, deposit);
        ship(no);
        return no;
    }

    void ship(OrderNo no) {
        change(
                no,
                order -> Tally.of(order).owed(Leg.BALANCE).isZero()
                        ? order.become(OrderStatus.AWAITING_RECEIPT)
                        : order.become(OrderStatus.SHIPPED_AWAITING_BALANCE)
                                .with(order.deadlines().balanceChase(clock.instant())));
        start("collect-balance", no);
    }

    void change(OrderNo no, UnaryOperator<Order> change) {
        carryOut(no, order -> Outcome.of(change.apply(order)));
    }

    /** Money that counts for the order goes back to the buyer. */
    void refund(OrderNo no, Money amount) {
        carryOut(no, order -> Posting.refund(order, amount, remittances.applied(no)));
    }

    /** The order closes as its process closes it: pending money goes to the finance desk. */
    void close(OrderNo no) {
        carryOut(no, order -> Posting.suspend(Outcome.of(order), remittances.pending(no)));
        change(no, order -> order.close("cancelled", clock.instant()));
    }

    private void carryOut(OrderNo no, Function<Order, Outcome> step) {
        transactions.executeWithoutResult(tx -> outcomes.carryOut(step.apply(orders.lock(no))));
    }

    void start(String process, OrderNo no) {
        runtime.startProcessInstanceByKey(process, no.value());
    }

    boolean waitsAt(OrderNo no, String task) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(no.value())
                        .activityId(task)
                        .count()
                > 0;
    }

    Remittance pay(OrderNo no, String amount) {
        return notify(money(no, amount, "TT"));
    }

    Remittance notify(Notification notification) {
        return java.util.Objects.requireNonNull(transactions.execute(tx -> inbox.receive(notification)));
    }

    /** The only refund of an order is paid, and the bank sends it back. */
    void sentBack(OrderNo no) {
        String refund = jdbc.sql("select refund_no from refund where order_no = :no")
                .param("no", no.value())
                .query(String.class)
                .single();
        var payout = new Refund.Payout("OUT-" + refund, BusinessTime.dateOf(now()), "fin", now());
        transactions.executeWithoutResult(tx -> {
            postings.payOut(refund, payout);
            Remittance credit = inbox.receive(
                    new RemittanceRequest(reference(), null, null, "1.00", "USD", "TT", null, refund).parse());
            postings.takeBack(credit.id(), refund);
        });
    }

    static Notification money(OrderNo no, String amount, String method) {
        return notification(reference(), no.value(), null, amount, "USD", method);
    }

    static String reference() {
        return "REF-" + COUNT.incrementAndGet();
    }

    static Notification notification(
            String reference,
            @Nullable String orderNo,
            @Nullable String account,
            String amount,
            String currency,
            String method) {
        return new RemittanceRequest(reference, account, orderNo, amount, currency, method, null, null).parse();
    }

    Order order(OrderNo no) {
        return orders.get(no);
    }

    /** The tests see the same invariants as operations do. */
    void assertMoneyAddsUp() {
        for (String view : List.of(
                "inv_order_money_is_sum_of_remittances",
                "inv_order_refund_is_sum_of_remittances",
                "inv_remittance_is_in_one_place",
                "inv_order_money_is_in_one_place",
                "inv_money_to_move_has_its_task",
                "inv_closed_order_has_no_pending_money")) {
            assertThat(jdbc.sql("select * from " + view).query().listOfRows())
                    .as(view)
                    .isEmpty();
        }
    }

    Instant now() {
        return clock.instant();
    }

    private static Contract contract(String total, String deposit) {
        return new Contract(
                List.of(new Contract.Line("P-1", "Desk light", "LIGHTING", "1", "Set", Money.of(total))),
                new Contract.Shipping(
                        "SEA",
                        Contract.Incoterm.FOB,
                        "GB",
                        Money.ZERO,
                        Money.ZERO,
                        new Contract.ShipBy(null, 15),
                        null),
                new Contract.Payment(
                        Set.of(Contract.PaymentMethod.TT, Contract.PaymentMethod.CREDIT_CARD),
                        Money.of(deposit),
                        Money.ZERO),
                Contract.CoverageMode.NONE,
                null,
                null,
                "");
    }
}
