package org.tradeassurance.payment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.PairAccounts;

/** Finds the order that a remittance is meant for: by its number, else by the payer's text, else by the account of the pair (PAY-03). */
@Component
class Matching {

    /**
     * Where money may belong.
     *
     * @param order the one order that fits; none if several do
     * @param several the text names more than one order: a person decides, with all of them as candidates (BNK-10)
     */
    record Match(@Nullable OrderNo order, boolean several) {}

    private final Orders orders;
    private final PairAccounts accounts;

    Matching(Orders orders, PairAccounts accounts) {
        this.orders = orders;
        this.accounts = accounts;
    }

    /** By what the payer says; by the account only where the payer names no order that is known. */
    Match orderOf(Notification notification) {
        Named inText = Named.in(notification.details().remittanceInfo());
        Set<String> named = inText.among(orders.known(inText.possible())::contains);
        String stated = notification.statedOrderNo();
        if (stated != null) {
            named.add(stated);
        }
        if (named.size() > 1) {
            return new Match(null, true);
        }
        Optional<OrderNo> order = only(List.copyOf(orders.known(named)));
        if (order.isEmpty() && stated == null && notification.account() != null) {
            order = only(accounts.openOrders(notification.account()));
        }
        return new Match(order.orElse(null), false);
    }

    /** Money must go to the account named in the contract (PAY-04). */
    boolean paidToAccountOf(OrderNo no, @Nullable String account) {
        return account == null || account.equals(accountOf(no));
    }

    /** The account of the order's pair of buyer and supplier (PAY-03). */
    String accountOf(OrderNo no) {
        return accounts.of(no);
    }

    private static Optional<OrderNo> only(List<String> found) {
        return found.size() == 1 ? Optional.of(new OrderNo(found.get(0))) : Optional.empty();
    }
}
