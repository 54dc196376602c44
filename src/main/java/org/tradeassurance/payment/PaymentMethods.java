package org.tradeassurance.payment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Contract.PaymentMethod;
import org.tradeassurance.order.Leg;
import org.tradeassurance.order.Order;
import org.tradeassurance.process.DecisionTable;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.process.Question;

/** Which ways to pay an order allows and what they cost the buyer: {@code payment-fee.dmn} (PAY-09, PAY-20 to PAY-23). */
@Component
class PaymentMethods {

    /** A way to pay a leg: the fee is the buyer's cost on top of the amount and never counts towards it (PAY-23). */
    record Offer(PaymentMethod method, boolean recommended, Money fee, Money total) {}

    /** What a way to pay costs, and where it is open. */
    @DecisionTable("payment-fee")
    private record Fee(PaymentMethod method, @Nullable String buyerCountry) implements Question<Terms> {}

    private record Terms(BigDecimal ratePercent, Money fixedFee, Base base, Legs legs, boolean offered) {

        boolean ofOrderTotal() {
            return base == Base.ORDER_TOTAL;
        }
    }

    private enum Base {
        PAYMENT,
        ORDER_TOTAL
    }

    private enum Legs {
        DEPOSIT,
        BALANCE,
        DEPOSIT_AND_BALANCE;

        boolean include(Leg leg) {
            return this == DEPOSIT_AND_BALANCE || name().equals(leg.name());
        }
    }

    private final Decisions decisions;
    private final Remittances remittances;

    PaymentMethods(Decisions decisions, Remittances remittances) {
        this.decisions = decisions;
        this.remittances = remittances;
    }

    /** Whether money may come this way; a card only where the contract offers it (AMB-21), the balance by T/T only (AC-FEE-4). */
    boolean allow(Order order, Leg leg, String method) {
        return Arrays.stream(PaymentMethod.values())
                .filter(known -> known.name().equals(method))
                .anyMatch(known -> allows(order, leg, known, terms(order, known)));
    }

    /** The ways to pay an amount of a leg, cheapest first; e-Checking is recommended where it is offered (PAY-20, UI-07). */
    List<Offer> offers(Order order, Leg leg, Money amount) {
        return Arrays.stream(PaymentMethod.values())
                .map(method -> Map.entry(method, terms(order, method)))
                .filter(entry -> entry.getValue().offered() && allows(order, leg, entry.getKey(), entry.getValue()))
                .map(entry -> offer(entry.getKey(), fee(order, entry.getKey(), entry.getValue(), amount), amount))
                .sorted(Comparator.comparing(Offer::fee))
                .toList();
    }

    private static Offer offer(PaymentMethod method, Money fee, Money amount) {
        return new Offer(method, method == PaymentMethod.E_CHECKING, fee, amount.plus(fee));
    }

    private static boolean allows(Order order, Leg leg, PaymentMethod method, Terms terms) {
        var chosen = order.agreement().contract().payment().methods();
        boolean choosable = method == PaymentMethod.CREDIT_CARD;
        return terms.legs().include(leg) && (!choosable || chosen.isEmpty() || chosen.contains(method));
    }

    /** A fee of the whole order is charged once, with the first payment that comes this way (AMB-22). */
    private Money fee(Order order, PaymentMethod method, Terms terms, Money amount) {
        if (terms.ofOrderTotal() && remittances.cameBy(order.no(), method)) {
            return Money.ZERO;
        }
        Money base = terms.ofOrderTotal() ? order.amounts().total() : amount;
        return base.percent(terms.ratePercent()).plus(terms.fixedFee());
    }

    private Terms terms(Order order, PaymentMethod method) {
        return decisions.of(order, new Fee(method, order.parties().buyer().country()));
    }
}
