package org.tradeassurance.payment;

import static org.tradeassurance.process.TradeOrderModel.MESSAGE_DEPOSIT_POSTED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tradeassurance.eligibility.Eligibility;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.process.Chase;
import org.tradeassurance.process.Deadline;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.process.MoveChase;
import org.tradeassurance.process.OrderTask;
import org.tradeassurance.process.Pause;
import org.tradeassurance.process.Signal;
import org.tradeassurance.process.Steps;

/** What {@code collect-deposit} does. */
@Configuration(proxyBeanMethods = false)
class DepositSteps {

    private final Steps steps;
    private final Remittances remittances;
    private final Decisions decisions;

    DepositSteps(Steps steps, Remittances remittances, Decisions decisions) {
        this.steps = steps;
        this.remittances = remittances;
        this.decisions = decisions;
    }

    @Bean
    OrderTask openPaymentWindowDelegate() {
        return steps.task((order, given) -> {
            Instant agreedAt = Objects.requireNonNullElse(order.agreement().agreedAt(), given.now());
            return openWindow(order, BusinessTime.daysAfter(agreedAt, decisions.days(order, Deadline.PAYMENT_WINDOW)));
        });
    }

    @Bean
    OrderTask tallyDepositDelegate() {
        return steps.task((order, given) -> tally(order, remittances.pending(order.no()), given.now()));
    }

    @Bean
    OrderTask askForTopUpDelegate(Pause pause) {
        return steps.task((order, given) -> {
            int days = decisions.days(order, Deadline.TOP_UP_CHASE);
            return askForTopUp(order, pause.born(order, BusinessTime.daysAfter(given.now(), days), given.now()));
        });
    }

    @Bean
    OrderTask askForDepositAcceptanceDelegate() {
        return steps.task((order, given) -> askForAcceptance(order));
    }

    @Bean
    OrderTask acceptDepositDelegate(Settlement settlement, Eligibility eligibility) {
        return steps.task((order, given) -> {
            settlement.requireDeposit(order);
            if (given.word("shortfallVerdict", Shortfall.Verdict.class) == Shortfall.Verdict.CONFIRM) {
                eligibility.requireSupplierOfRunning(order);
            }
            return accept(order, remittances.appliedIfSurplus(order), lastDay(order), given.now());
        });
    }

    @Bean
    OrderTask reviewDepositDelegate() {
        return steps.task((order, given) -> review(order, remittances.appliedIfSurplus(order), lastDay(order)));
    }

    /** Days from the agreed ship date to the last one that is on time (PRM-11). */
    private int lastDay(Order order) {
        return decisions.days(order, Deadline.SHIP_BY);
    }

    /** The deposit is awaited; when the window is over the supplier may close the unpaid order (TR-04, TR-05, PAY-01). */
    static Outcome openWindow(Order order, Instant due) {
        if (order.status().collectsDeposit() && order.deadlines().paymentDueAt() != null) {
            return Outcome.of(order); // the window is open: the process starts again
        }
        return Outcome.of(order.become(OrderStatus.AWAITING_DEPOSIT)
                        .with(order.deadlines().payment(due)))
                .told(Fact.PAYMENT_WINDOW_OPENED, due);
    }

    /** All money received against the agreed deposit (TOL-05); the first money makes the contract effective (ST-13). */
    static Outcome tally(Order order, List<Remittance> pending, Instant now) {
        Outcome posted = Posting.post(order, pending, now);
        Order paid = posted.order();
        boolean first =
                paid.progress().effectiveAt() == null && paid.funds().held().isPositive();
        return posted.answer("firstPosting", first)
                .answer(Shortfall.ofDeposit(paid).inputs(paid, now));
    }

    /** The deposit is too short: the buyer pays the rest, and is chased when nothing comes for some days (TR-12, TR-14). */
    static Outcome askForTopUp(Order order, Instant chase) {
        return Outcome.of(order.become(OrderStatus.AWAITING_DEPOSIT_TOPUP)
                        .with(order.deadlines().topUpChase(chase)))
                .told(Fact.DEPOSIT_TOP_UP_ASKED, order.funds().depositReceived());
    }

    /** The deposit is short within the tolerance: the supplier confirms it (TR-11, TR-15). */
    static Outcome askForAcceptance(Order order) {
        return Outcome.of(order.become(OrderStatus.AWAITING_DEPOSIT_CONFIRM))
                .told(Fact.DEPOSIT_ACCEPTANCE_ASKED, order.funds().depositReceived());
    }

    /**
     * The deposit leg closes: a surplus moves to the balance, a shortfall is waived; the ship date is fixed, the goods are awaited (TR-10,
     * TR-13, TR-15, TOL-04, DRF-05).
     */
    static Outcome accept(Order order, List<Remittance> applied, int lastDay, Instant now) {
        Outcome moved = Posting.moveSurplus(order, applied);
        Order accepted =
                moved.order().with(moved.order().funds().depositAccepted(now)).become(OrderStatus.AWAITING_SHIPMENT);
        return moved.with(dated(accepted, lastDay))
                .told(Fact.DEPOSIT_ACCEPTED, order.funds().depositReceived());
    }

    /** Under a modified contract a deposit is tallied again; an accepted one moves its surplus and the ship date (TR-14). */
    static Outcome review(Order order, List<Remittance> applied, int lastDay) {
        if (order.status() != OrderStatus.AWAITING_SHIPMENT) {
            return Outcome.of(order).then(new Signal(order.no(), MESSAGE_DEPOSIT_POSTED));
        }
        Outcome moved = Posting.moveSurplus(order, applied);
        Order dated = dated(moved.order(), lastDay);
        return moved.with(dated)
                .then(new MoveChase(
                        order.no(), Chase.LATE_SHIPMENT, dated.shipment().shipByEndsAt()));
    }

    private static Order dated(Order order, int lastDay) {
        return order.with(order.shipment().agreed(shipDate(order), lastDay));
    }

    /** The agreed date, or so many days after the date in Asia/Shanghai at which the deposit was accepted (DRF-05, AC-SHP-3). */
    static @Nullable LocalDate shipDate(Order order) {
        Contract.ShipBy shipBy = order.agreement().contract().shipping().shipBy();
        Instant accepted = order.funds().depositAcceptedAt();
        if (shipBy == null || shipBy.daysAfterDeposit() == null || accepted == null) {
            return shipBy == null ? null : shipBy.date();
        }
        return BusinessTime.dateOf(accepted).plusDays(shipBy.daysAfterDeposit());
    }
}
