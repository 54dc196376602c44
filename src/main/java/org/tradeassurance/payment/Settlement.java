package org.tradeassurance.payment;

import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.process.Decisions;

/**
 * The last word before a leg of an order's money is closed: its own row says whether it may be, whatever way a model took to get there. A model
 * that leads unpaid money here is at fault, so the step fails and nothing is stored.
 */
@Component
class Settlement {

    private final Decisions decisions;

    Settlement(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @throws IllegalStateException unless the deposit is paid, accepted by the table, or left to the supplier who accepts it (TOL-01 to TOL-03) */
    void requireDeposit(Order order) {
        require(order, Shortfall.ofDeposit(order), order.status() == OrderStatus.AWAITING_DEPOSIT_CONFIRM);
    }

    /**
     * The same for the balance (BAL-03).
     *
     * @param surplus the part of the deposit that counts towards the balance, in US dollars (TOL-04)
     */
    void requireBalance(Order order, Money surplus) {
        require(order, Shortfall.ofBalance(order, surplus), order.funds().shortBalanceAsked());
    }

    private void require(Order order, Shortfall money, boolean supplierAsked) {
        if (money.receivedCents() >= money.expectedCents()) {
            return;
        }
        Shortfall.Verdict verdict = decisions.of(order, money).verdict();
        if (verdict != Shortfall.Verdict.ACCEPT && !(supplierAsked && verdict == Shortfall.Verdict.CONFIRM)) {
            throw new IllegalStateException("Order %s has %s of %s for its %s: %s, so its model must not close it"
                    .formatted(
                            order.no(),
                            Money.ofCents(money.receivedCents()),
                            Money.ofCents(money.expectedCents()),
                            money.leg(),
                            verdict));
        }
    }
}
