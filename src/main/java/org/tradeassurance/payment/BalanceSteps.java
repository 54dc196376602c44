package org.tradeassurance.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Leg;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Tally;
import org.tradeassurance.process.OrderTask;
import org.tradeassurance.process.Steps;

/** What {@code collect-balance} does. */
@Configuration(proxyBeanMethods = false)
class BalanceSteps {

    private final Steps steps;
    private final Remittances remittances;

    BalanceSteps(Steps steps, Remittances remittances) {
        this.steps = steps;
        this.remittances = remittances;
    }

    @Bean
    OrderTask tallyBalanceDelegate() {
        return steps.task((order, given) ->
                tally(order, remittances.pending(order.no()), remittances.surplusOfDeposit(order.no()), given.now()));
    }

    @Bean
    OrderTask askForBalanceAcceptanceDelegate() {
        return steps.task((order, given) -> askForAcceptance(order));
    }

    @Bean
    OrderTask settleBalanceDelegate(Settlement settlement) {
        return steps.task((order, given) -> {
            settlement.requireBalance(order, remittances.surplusOfDeposit(order.no()));
            return settle(order, remittances.lastCounted(order.no()), given.now());
        });
    }

    /**
     * All money received for the balance against the contract's balance less the surplus of the deposit (BAL-03, TOL-04). More money came:
     * whether the supplier is asked is judged anew.
     */
    static Outcome tally(Order order, List<Remittance> pending, Money surplusOfDeposit, Instant now) {
        Outcome posted = Posting.post(order, pending, now);
        Order unasked = posted.order().with(posted.order().funds().shortBalanceAsked(false));
        return posted.with(unasked)
                .answer(Shortfall.ofBalance(unasked, surplusOfDeposit).inputs(unasked, now));
    }

    /** The balance is short within the tolerance, the supplier may accept it (BAL-03). */
    static Outcome askForAcceptance(Order order) {
        return Outcome.of(order.with(order.funds().shortBalanceAsked(true)))
                .told(Fact.BALANCE_ACCEPTANCE_ASKED, order.funds().balanceReceived());
    }

    /**
     * Nothing more is owed, an accepted shortfall is waived, the receipt is awaited (TR-17, TR-18). Paid in full before the goods left: settled
     * with the last posting, so that the buyer's grace starts then (AMB-03).
     */
    static Outcome settle(Order order, Optional<Instant> lastCounted, Instant now) {
        boolean paidInFull = Tally.of(order).owed(Leg.BALANCE).isZero();
        Instant at = paidInFull ? lastCounted.orElse(now) : now;
        return Outcome.of(order.become(OrderStatus.AWAITING_RECEIPT)
                        .with(order.funds().balanceSettled(at)))
                .told(Fact.BALANCE_SETTLED, order.funds().balanceReceived());
    }
}
