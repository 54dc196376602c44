package org.tradeassurance.order;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The account that each pair of buyer and supplier has for its orders (PAY-03). */
@Repository
public class PairAccounts {

    private final JdbcClient jdbc;

    PairAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String of(OrderNo no) {
        return jdbc.sql("""
                        select a.account
                          from pair_account a
                          join trade_order o on o.supplier_id = a.supplier_id and o.buyer_email = a.buyer_email
                         where o.order_no = :orderNo
                        """).param("orderNo", no.value()).query(String.class).single();
    }

    /** Two of them at most: who asks wants the only one. */
    public List<String> openOrders(String account) {
        return jdbc.sql("""
                        select o.order_no
                          from trade_order o
                          join pair_account a on a.supplier_id = o.supplier_id and a.buyer_email = o.buyer_email
                         where a.account = :account and o.status not in ('COMPLETED', 'CLOSED')
                         limit 2
                        """).param("account", account).query(String.class).list();
    }
}
