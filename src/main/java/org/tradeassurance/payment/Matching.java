package org.tradeassurance.payment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OrderNo;

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

    private final JdbcClient jdbc;

    Matching(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By what the payer says; by the account only where the payer names no order that is known. */
    Match orderOf(Notification notification) {
        Named inText = Named.in(notification.details().remittanceInfo());
        Set<String> named = inText.among(knownAmong(inText.possible())::contains);
        String stated = notification.statedOrderNo();
        if (stated != null) {
            named.add(stated);
        }
        if (named.size() > 1) {
            return new Match(null, true);
        }
        Optional<OrderNo> order = only(List.copyOf(knownAmong(named)));
        if (order.isEmpty() && stated == null && notification.account() != null) {
            order = onlyOpenOrderOf(notification.account());
        }
        return new Match(order.orElse(null), false);
    }

    /** Money must go to the account named in the contract (PAY-04). */
    boolean paidToAccountOf(OrderNo no, @Nullable String account) {
        return account == null || account.equals(accountOf(no));
    }

    /** The account of the order's pair of buyer and supplier (PAY-03). */
    String accountOf(OrderNo no) {
        return jdbc.sql("""
                        select a.account
                          from pair_account a
                          join trade_order o on o.supplier_id = a.supplier_id and o.buyer_email = a.buyer_email
                         where o.order_no = :orderNo
                        """).param("orderNo", no.value()).query(String.class).single();
    }

    private Set<String> knownAmong(Set<String> numbers) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("select order_no from trade_order where order_no in (:numbers)")
                .param("numbers", numbers)
                .query(String.class)
                .set();
    }

    private Optional<OrderNo> onlyOpenOrderOf(String account) {
        return only(jdbc.sql("""
                        select o.order_no
                          from trade_order o
                          join pair_account a on a.supplier_id = o.supplier_id and a.buyer_email = o.buyer_email
                         where a.account = :account and o.status not in ('COMPLETED', 'CLOSED')
                         limit 2
                        """).param("account", account).query(String.class).list());
    }

    private static Optional<OrderNo> only(List<String> found) {
        return found.size() == 1 ? Optional.of(new OrderNo(found.get(0))) : Optional.empty();
    }
}
