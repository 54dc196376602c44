package org.tradeassurance.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Amounts;
import org.tradeassurance.order.Funds;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Tally;

/** Whatever comes in, in whatever order: every cent lies in exactly one place. */
@Tag("core")
class TallyPropertiesTest {

    private static final long MOST = 5_000_000;

    @Property(tries = 500)
    @Label("TOL-04, TOL-05: no cent is lost or counted twice, and never more than the total is applied")
    void everyCentLiesInOnePlace(
            @ForAll @LongRange(min = 1, max = MOST) long deposit,
            @ForAll @LongRange(max = MOST) long balance,
            @ForAll @Size(max = 12) List<@LongRange(min = 1, max = MOST) Long> depositLeg,
            @ForAll @Size(max = 12) List<@LongRange(min = 1, max = MOST) Long> balanceLeg) {
        Ledger ledger = new Ledger(deposit, balance);
        ledger.receive(depositLeg);
        ledger.acceptDeposit();
        ledger.receive(balanceLeg);

        Funds funds = ledger.funds;
        assertThat(funds.held().plus(funds.refundDue()).cents()).isEqualTo(sum(depositLeg) + sum(balanceLeg));
        assertThat(funds.held()).isLessThanOrEqualTo(ledger.agreed.total());
        assertThat(funds.depositReceived()).isLessThanOrEqualTo(ledger.agreed.deposit());
        assertThat(ledger.sum())
                .isEqualTo(new Allocation(
                        funds.depositReceived(), funds.balanceReceived(), funds.refundDue(), Money.ZERO));
        assertThat(ledger.amounts()).isEqualTo(concat(depositLeg, balanceLeg));
    }

    @Property(tries = 500)
    @Label("TOL-05: the sums do not depend on the order in which the money comes")
    void theOrderOfTheMoneyDoesNotMatter(
            @ForAll @LongRange(min = 1, max = MOST) long deposit,
            @ForAll @LongRange(max = MOST) long balance,
            @ForAll @Size(max = 12) List<@LongRange(min = 1, max = MOST) Long> depositLeg,
            @ForAll Random random) {
        List<Long> shuffled = new ArrayList<>(depositLeg);
        Collections.shuffle(shuffled, random);

        assertThat(accepted(deposit, balance, shuffled)).isEqualTo(accepted(deposit, balance, depositLeg));
    }

    @Property(tries = 200)
    @Label("TOL-04: money for a completed order is due for refund wholly")
    void aCompletedOrderTakesNothing(@ForAll @LongRange(min = 1, max = MOST) long amount) {
        Ledger ledger = new Ledger(100, 0);
        Tally completed = new Tally(ledger.agreed, ledger.funds, OrderStatus.COMPLETED);

        assertThat(Allocation.of(Money.ofCents(amount), completed))
                .isEqualTo(new Allocation(Money.ZERO, Money.ZERO, Money.ofCents(amount), Money.ZERO));
    }

    private static Funds accepted(long deposit, long balance, List<Long> received) {
        Ledger ledger = new Ledger(deposit, balance);
        ledger.receive(received);
        ledger.acceptDeposit();
        return ledger.funds;
    }

    private static long sum(List<Long> cents) {
        return cents.stream().mapToLong(Long::longValue).sum();
    }

    private static List<Long> concat(List<Long> first, List<Long> second) {
        List<Long> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** The order and its inbox in memory. */
    private static final class Ledger {

        private final Amounts agreed;
        private final List<Allocation> allocations = new ArrayList<>();
        private Funds funds = new Funds(Money.ZERO, Money.ZERO, Money.ZERO, null, null, false);

        Ledger(long deposit, long balance) {
            agreed = new Amounts(
                    Money.ofCents(deposit + balance), Money.ZERO, Money.ZERO, Money.ZERO, Money.ofCents(deposit));
        }

        void receive(List<Long> cents) {
            for (long amount : cents) {
                Allocation allocation = Allocation.of(Money.ofCents(amount), tally());
                allocations.add(allocation);
                funds = allocation.addedTo(funds);
            }
        }

        void acceptDeposit() {
            Money surplus = tally().surplus();
            Collections.reverse(allocations);
            List<Allocation> moved = Allocation.moveToBalance(allocations, surplus);
            allocations.clear();
            allocations.addAll(moved);
            Collections.reverse(allocations);
            funds = funds.plus(Money.ZERO.minus(surplus), surplus, Money.ZERO).depositAccepted(Instant.EPOCH);
        }

        Tally tally() {
            return new Tally(agreed, funds, OrderStatus.AWAITING_DEPOSIT);
        }

        Allocation sum() {
            return allocations.stream().reduce(Allocation.NONE, Allocation::plus);
        }

        List<Long> amounts() {
            return allocations.stream().map(a -> a.sum().cents()).toList();
        }
    }
}
