package org.tradeassurance.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Words;
import org.tradeassurance.process.DrawnTasks;
import org.tradeassurance.search.Hits.Hit;

/** Finds by words (decision 0054), and shows of each kind the best that the login may see. */
@Repository
class Search {

    /** Of each kind. */
    private static final int MOST = 20;

    private static final String TASK = """
            select t.id_, t.task_def_key_, e.business_key_, t.assignee_, t.due_date_,
                   (select min(l.group_id_) from act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate') as desk
              from act_ru_execution e
              join act_ru_task t on t.proc_inst_id_ = e.id_
            """;

    private final JdbcClient jdbc;
    private final DrawnTasks models;

    Search(JdbcClient jdbc, DrawnTasks models) {
        this.jdbc = jdbc;
        this.models = models;
    }

    /**
     * Finds whatever the caller may see.
     *
     * @param asked text that can be stored
     */
    @Transactional(readOnly = true)
    public Found find(String asked) {
        Account account = Account.current();
        Hits hits = hits(asked, account);
        Map<String, Hit> suppliers = hits.suppliers();
        Map<String, Hit> byOrder = hits.byOrder(ordersOf(suppliers, account));
        return new Found(
                orders(byOrder, account),
                suppliers(suppliers, account),
                remittances(hits.money(), byOrder),
                account.ownParty() == null ? tasks(hits, suppliers) : List.of());
    }

    private Hits hits(String asked, Account account) {
        return new Hits(scoped("""
                        select f.key, f.field, f.order_no, f.rank
                          from search_find(search_text(:asked), :scopeSupplier, :scopeBuyer) f
                          left join trade_order o on o.order_no = f.order_no
                         where :own::text is null or f.field = 'supplier' or (f.party in ('BOTH', :own)
                        """ + Orders.VISIBLE + ")", account)
                .param("asked", asked)
                .param("own", name(account.ownParty()))
                .query(Search::hit)
                .list());
    }

    private static Hit hit(ResultSet row, int number) throws SQLException {
        return new Hit(row.getString("key"), row.getString("field"), row.getString("order_no"), row.getInt("rank"));
    }

    /** The newest orders of each supplier that was found. */
    private List<Hit> ordersOf(Map<String, Hit> suppliers, Account account) {
        return suppliers.isEmpty()
                ? List.of()
                : scoped("""
                        select n.order_no as key, 'supplier' as field, n.order_no, f.rank
                          from unnest(:keys::text[], :ranks::integer[]) f (key, rank)
                         cross join lateral (select o.order_no from trade_order o
                                              where o.supplier_id = f.key
                        """ + Orders.VISIBLE + " order by o.created_at desc, o.order_no desc limit :most) n", account)
                        .param("keys", keys(suppliers))
                        .param("ranks", ranks(suppliers.values()))
                        .param("most", MOST)
                        .query(Search::hit)
                        .list();
    }

    private List<Found.FoundOrder> orders(Map<String, Hit> found, Account account) {
        List<String> best = found.keySet().stream().limit(MOST).toList();
        return scoped("""
                        select o.order_no, o.status, coalesce(o.buyer_name, o.buyer_email) as buyer, s.name as supplier, o.total
                          from unnest(:best::text[]) with ordinality f (order_no, place)
                          join trade_order o using (order_no)
                          join supplier s using (supplier_id)
                         where true
                        """ + Orders.VISIBLE + " order by f.place", account)
                .param("best", best.toArray(String[]::new))
                .query((row, number) -> new Found.FoundOrder(
                        new OrderNo(row.getString("order_no")),
                        OrderStatus.valueOf(row.getString("status")),
                        row.getString("buyer"),
                        row.getString("supplier"),
                        new Money(row.getBigDecimal("total")),
                        Objects.requireNonNull(found.get(row.getString("order_no")))
                                .field()))
                .list();
    }

    /** A supplier sees itself, a buyer none: their orders name them. */
    private List<Found.FoundSupplier> suppliers(Map<String, Hit> found, Account account) {
        return found.isEmpty() || account.ownParty() == Party.BUYER
                ? List.of()
                : jdbc.sql("""
                        select supplier_id, name
                          from unnest(:keys::text[], :ranks::integer[]) f (supplier_id, rank)
                          join supplier using (supplier_id)
                         where :own::text is null or supplier_id = :own
                         order by rank, activated_at desc, supplier_id
                         limit :most
                        """)
                        .param("keys", keys(found))
                        .param("ranks", ranks(found.values()))
                        .param("own", account.supplierId())
                        .param("most", MOST)
                        .query((row, number) ->
                                new Found.FoundSupplier(row.getString("supplier_id"), row.getString("name")))
                        .list();
    }

    /** What was found by its own words, and the money of an order that was found by its number. */
    private List<Found.FoundRemittance> remittances(Map<String, Hit> money, Map<String, Hit> byOrder) {
        List<Hit> numbered = byOrder.values().stream()
                .filter(hit -> hit.field().equals("orderNo"))
                .limit(MOST)
                .toList();
        return money.isEmpty() && numbered.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select remittance_id, bank_reference, amount, state, order_no
                          from (select remittance_id, min(rank) as rank
                                  from (select * from unnest(:keys::text[], :ranks::integer[])
                                         union all
                                        select r.remittance_id, n.rank
                                          from unnest(:orders::text[], :orderRanks::integer[]) n (order_no, rank)
                                          join remittance r using (order_no)) named (remittance_id, rank)
                                 group by remittance_id) f
                          join remittance using (remittance_id)
                         order by rank, inbox_no desc
                         limit :most
                        """)
                        .param("keys", keys(money))
                        .param("ranks", ranks(money.values()))
                        .param("orders", numbered.stream().map(Hit::key).toArray(String[]::new))
                        .param("orderRanks", ranks(numbered))
                        .param("most", MOST)
                        .query((row, number) -> new Found.FoundRemittance(
                                row.getString("remittance_id"),
                                row.getString("bank_reference"),
                                row.getBigDecimal("amount").toPlainString(),
                                row.getString("state"),
                                orderNo(row.getString("order_no"))))
                        .list();
    }

    /** Of all orders and of all else that was found, and then of the suppliers that were. */
    private List<Found.FoundTask> tasks(Hits hits, Map<String, Hit> suppliers) {
        Map<String, Hit> processes = hits.processes();
        if (processes.isEmpty() && suppliers.isEmpty()) {
            return List.of();
        }
        Map<String, String> names = models.names();
        List<Found.FoundTask> found = new ArrayList<>(jdbc.sql(TASK + """
                          join unnest(:keys::text[], :ranks::integer[]) f (key, rank) on f.key = e.business_key_
                         order by f.rank, t.due_date_, t.id_
                         limit :most
                        """)
                .param("keys", keys(processes))
                .param("ranks", ranks(processes.values()))
                .param("most", MOST)
                .query((row, number) -> task(row, names, processes))
                .list());
        if (found.size() < MOST && !suppliers.isEmpty()) {
            jdbc
                    .sql(TASK + """
                          join trade_order o on o.order_no = e.business_key_
                         where o.supplier_id = any (:keys::text[])
                         order by t.due_date_, t.id_
                         limit :most
                        """)
                    .param("keys", keys(suppliers))
                    .param("most", MOST)
                    .query((row, number) -> task(row, names, processes))
                    .list()
                    .stream()
                    .filter(task ->
                            found.stream().noneMatch(known -> known.taskId().equals(task.taskId())))
                    .limit(MOST - found.size())
                    .toList()
                    .forEach(found::add);
        }
        return found;
    }

    private static Found.FoundTask task(ResultSet row, Map<String, String> names, Map<String, Hit> processes)
            throws SQLException {
        String key = row.getString("business_key_");
        String id = row.getString("task_def_key_");
        Hit about = processes.get(key);
        Timestamp due = row.getTimestamp("due_date_");
        return new Found.FoundTask(
                row.getString("id_"),
                Words.of(names.getOrDefault(id, id)),
                OrderNo.isOrderNo(key) ? new OrderNo(key) : about == null ? null : orderNo(about.orderNo()),
                row.getString("desk"),
                row.getString("assignee_"),
                due == null ? null : due.toInstant());
    }

    private JdbcClient.StatementSpec scoped(String sql, Account account) {
        return jdbc.sql(sql).param("scopeSupplier", account.supplierId()).param("scopeBuyer", account.buyerEmail());
    }

    private static String[] keys(Map<String, Hit> hits) {
        return hits.keySet().toArray(String[]::new);
    }

    private static Integer[] ranks(Collection<Hit> hits) {
        return hits.stream().map(Hit::rank).toArray(Integer[]::new);
    }

    private static @Nullable OrderNo orderNo(@Nullable String number) {
        return number == null ? null : new OrderNo(number);
    }

    private static @Nullable String name(@Nullable Party party) {
        return party == null ? null : party.name();
    }
}
