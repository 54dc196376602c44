package org.tradeassurance.quota;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Contract.CoverageMode;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Party;
import org.tradeassurance.process.DecisionTable;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.process.Question;

/** What an order is to hold of its supplier's quota, by the table {@code covered-amount} (COV-04, COV-05, QTA-07). */
@Component
class CoveredAmount {

    private final Decisions decisions;
    private final Quotas quotas;

    CoveredAmount(Decisions decisions, Quotas quotas) {
        this.decisions = decisions;
        this.quotas = quotas;
    }

    /** Nothing without the supplier's commitment to the version in force (AMB-26, TR-06). */
    Money of(Order order) {
        if (!order.agreement().confirmedBy(Party.SUPPLIER)) {
            return Money.ZERO;
        }
        Contract contract = order.agreement().contract();
        Rule rule = decisions.of(order, new Of(contract.coverage()));
        Money wanted = rule.basis().of(contract);
        if (rule.shortagePolicy() == Shortage.CAP) {
            Money held = order.coverage().frozen();
            // What both read before they confirmed is not raised behind their backs (AMB-08).
            Money most = quotas.hasFrozen(order, "coverage")
                    ? held
                    : held.plus(quotas.free(order.parties().supplierId()));
            return wanted.min(most);
        }
        return wanted;
    }

    @DecisionTable("covered-amount")
    private record Of(@Nullable CoverageMode coverageMode) implements Question<Rule> {}

    private record Rule(Basis basis, Shortage shortagePolicy) {}

    /** What becomes of an order for which too little quota is free (PRM-10). */
    private enum Shortage {
        REJECT,
        CAP
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
