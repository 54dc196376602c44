package org.tradeassurance.quota;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Party;
import org.tradeassurance.process.Decisions;

/** What an order is to hold of its supplier's quota, by the table {@code covered-amount} (COV-04, COV-05, QTA-07). */
@Component
class CoveredAmount {

    private final Decisions decisions;
    private final Quotas quotas;
    private final Clock clock;

    CoveredAmount(Decisions decisions, Quotas quotas, Clock clock) {
        this.decisions = decisions;
        this.quotas = quotas;
        this.clock = clock;
    }

    /** Nothing without the supplier's commitment to the version in force (AMB-26, TR-06). */
    Money of(Order order) {
        if (!order.agreement().confirmedBy(Party.SUPPLIER)) {
            return Money.ZERO;
        }
        Contract contract = order.agreement().contract();
        Decisions.Verdict rule = decisions.evaluate(
                order.no(),
                "covered-amount",
                Map.of(
                        "coverageMode", String.valueOf(contract.coverage()),
                        "onDate", order.rulesDate(clock.instant())));
        Money wanted = Basis.valueOf(rule.text("basis")).of(contract);
        if (rule.text("shortagePolicy").equals("CAP")) {
            Money held = order.coverage().frozen();
            // What both read before they confirmed is not raised behind their backs (AMB-08).
            Money most = quotas.hasFrozen(order, "coverage")
                    ? held
                    : held.plus(quotas.free(order.parties().supplierId()));
            return wanted.min(most);
        }
        return wanted;
    }

    /** What the covered amount follows (PRM-05). */
    private enum Basis {
        DEPOSIT,
        TOTAL,
        NONE;

        Money of(Contract contract) {
            return switch (this) {
                case DEPOSIT -> contract.amounts().deposit();
                case TOTAL -> contract.amounts().total();
                case NONE -> Money.ZERO;
            };
        }
    }
}
