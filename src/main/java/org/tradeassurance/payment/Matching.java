package org.tradeassurance.payment;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OrderNo;

/** Finds the order that a remittance is meant for: by its number, else by the payer's text, else by the account of the pair (PAY-03). */
@Component
class Matching {

    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{14}(?!\\d)");

    private final JdbcClient jdbc;

    Matching(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one order that fits; none if several do: then a person decides. */
    Optional<OrderNo> orderOf(Notification notification) {
        if (notification.statedOrderNo() != null) {
            return known(List.of(notification.statedOrderNo()));
        }
        List<String> named = numbersIn(notification.details().remittanceInfo());
        Optional<OrderNo> byText = known(named);
        if (byText.isPresent() || notification.account() == null) {
            return byText;
        }
        return onlyOpenOrderOf(notification.account());
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

    private Optional<OrderNo> known(List<String> numbers) {
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        return only(jdbc.sql("select order_no from trade_order where order_no in (:numbers) limit 2")
                .param("numbers", numbers)
                .query(String.class)
                .list());
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

    private static List<String> numbersIn(@Nullable String text) {
        return text == null
                ? List.of()
                : NUMBER.matcher(text).results().map(r -> r.group()).distinct().toList();
    }
}
