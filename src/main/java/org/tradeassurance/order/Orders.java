package org.tradeassurance.order;

import static org.tradeassurance.order.OrderRow.parameters;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored orders. Whoever changes an order locks its row first; whoever looks at one sees only what the account may see. */
@Repository
public class Orders {

    private static final String SELECT = """
            select o.*, c.content
              from trade_order o
              join contract_version c on c.order_no = o.order_no and c.version = o.contract_version
             where o.order_no = :orderNo""";

    /** The party scope: the only place that decides whose orders an account may see; {@code o} is the order's row. */
    public static final String VISIBLE = """
             and (:scopeSupplier::text is null or o.supplier_id = :scopeSupplier)
             and (:scopeBuyer::text is null or o.buyer_email = :scopeBuyer)
            """;

    private final JdbcClient jdbc;
    private final OrderRow rows;
    private final ObjectMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Orders(JdbcClient jdbc, ObjectMapper json, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = new OrderRow(json);
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    public OrderNo nextNumber() {
        return new OrderNo(jdbc.sql("select nextval('order_number')::text")
                .query(String.class)
                .single());
    }

    /** The order as it is, without a lock and for every account: for delegates and conditions of the models. */
    public Order get(OrderNo no) {
        return find(no).orElseThrow(Refusal::notFound);
    }

    /** The same where there may be none. */
    public Optional<Order> find(OrderNo no) {
        return LockedOrders.find(no).or(() -> find(no, ""));
    }

    /** Locks the order's row until the transaction ends; what is locked already is not read again. */
    public Order lock(OrderNo no) {
        return LockedOrders.find(no).orElseGet(() -> locked(() -> find(no, " for update of o")));
    }

    /** Says that this transaction has locked the order by a statement of its own, before anybody has read it. */
    public static void held(OrderNo no) {
        LockedOrders.hold(no);
    }

    private Optional<Order> find(OrderNo no, String suffix) {
        return jdbc.sql(SELECT + suffix)
                .param("orderNo", no.value())
                .query(rows)
                .optional();
    }

    /**
     * Whoever waited for an order that got another version meanwhile holds the lock, but is answered no row: the join was made before. The
     * same question again finds it.
     */
    private static Order locked(Supplier<Optional<Order>> question) {
        return LockedOrders.keep(question.get().or(question).orElseThrow(Refusal::notFound));
    }

    /** Locks the row of an order that the caller may see; a foreign order is as unknown as one that does not exist. */
    public Order lockVisible(OrderNo no) {
        return locked(() -> visible(no, " for update of o"));
    }

    /** Reads an order that the caller may see; a foreign order is as unknown as one that does not exist. */
    public Order getVisible(OrderNo no) {
        return visible(no, "").orElseThrow(Refusal::notFound);
    }

    private Optional<Order> visible(OrderNo no, String suffix) {
        Account account = Account.current();
        return jdbc.sql(SELECT + VISIBLE + suffix)
                .param("orderNo", no.value())
                .param("scopeSupplier", account.supplierId())
                .param("scopeBuyer", account.buyerEmail())
                .query(rows)
                .optional();
    }

    /** Stores a new order with the first version of its contract, and the account of its pair of parties (PAY-03). */
    public void add(Order order, Party author) {
        add(order, author, null);
    }

    /**
     * The same under the caller's own name for it. Of two at once the second waits for the first.
     *
     * @throws Refusal {@code reference-exists} with the number of the account's order that has this name
     */
    public void add(Order order, Party author, @Nullable String externalReference) {
        jdbc.sql("""
                        insert into pair_account (supplier_id, buyer_email) values (:supplierId, :buyerEmail)
                            on conflict do nothing
                        """)
                .param("supplierId", order.parties().supplierId())
                .param("buyerEmail", order.parties().buyer().email())
                .update();
        int added = jdbc.sql(OrderRow.INSERT)
                .params(parameters(order))
                .param("externalReference", externalReference)
                .param(
                        "referredBy",
                        externalReference == null ? null : Account.current().name())
                .param("origin", order.parties().origin().name())
                .param("supplierId", order.parties().supplierId())
                .param("buyerEmail", order.parties().buyer().email())
                .param("createdAt", OrderRow.timestamp(order.progress().openedAt()))
                .update();
        if (added == 0) {
            throw new Refusal(
                    Problem.REFERENCE_EXISTS, underReference(externalReference), String.valueOf(externalReference));
        }
        addVersion(order.no(), order.agreement().version(), order.agreement().contract(), author);
        LockedOrders.keep(order);
    }

    private OrderNo underReference(@Nullable String externalReference) {
        return jdbc.sql("select order_no from trade_order where external_reference = :reference and referred_by = :me")
                .param("reference", externalReference)
                .param("me", Account.current().name())
                .query((row, i) -> new OrderNo(row.getString("order_no")))
                .single();
    }

    /**
     * Stores all that can change of an order whose row is locked, and tells who shows it; an order as it is stored changes nothing.
     *
     * @throws IllegalStateException if this transaction has not locked the order
     */
    void update(Order order) {
        Order locked = LockedOrders.find(order.no())
                .orElseThrow(() -> new IllegalStateException("Order %s is not locked".formatted(order.no())));
        if (locked.equals(order)) {
            return;
        }
        jdbc.sql(OrderRow.UPDATE)
                .params(parameters(order))
                .param("storedAt", OrderRow.timestamp(clock.instant()))
                .update();
        LockedOrders.keep(order);
        events.publishEvent(new OrderChanged(order.no(), order.progress().frozen()));
    }

    /** Keeps a version of a contract for good (NEG-08). */
    public void addVersion(OrderNo no, int version, Contract contract, Party author) {
        jdbc.sql("""
                        insert into contract_version (order_no, version, content, author, party, created_at)
                        values (:orderNo, :version, :content::jsonb, :author, :party, :at)
                        """)
                .param("orderNo", no.value())
                .param("version", version)
                .param("content", OrderRow.write(json, contract))
                .param("author", Account.current().name())
                .param("party", author.name())
                .param("at", OrderRow.timestamp(clock.instant()))
                .update();
    }

    /** The highest version stored, a proposed one included. */
    public int latestVersion(OrderNo no) {
        return jdbc.sql("select max(version) from contract_version where order_no = :orderNo")
                .param("orderNo", no.value())
                .query(Integer.class)
                .single();
    }

    /** A stored version of a contract and when it was written. */
    public record StoredVersion(int version, Contract contract, Instant at) {}

    /**
     * The version that waits for the buyer's confirmation beside the one in force (AMB-14).
     *
     * @throws Refusal {@code illegal-transition} if none does
     */
    public StoredVersion proposal(Order order) {
        Integer version = order.agreement().proposedVersion();
        if (version == null) {
            throw new Refusal(
                    Problem.ILLEGAL_TRANSITION, order.no(), order.status().name(), "-");
        }
        return version(order.no(), version).orElseThrow();
    }

    public Optional<StoredVersion> version(OrderNo no, int version) {
        return jdbc.sql(
                        "select content, created_at from contract_version where order_no = :orderNo and version = :version")
                .param("orderNo", no.value())
                .param("version", version)
                .query((row, i) -> new StoredVersion(
                        version,
                        OrderRow.read(json, row.getString("content")),
                        Objects.requireNonNull(OrderRow.instant(row, "created_at"))))
                .optional();
    }

    public boolean knows(OrderNo no) {
        return jdbc.sql("select exists (select 1 from trade_order where order_no = :orderNo)")
                .param("orderNo", no.value())
                .query(Boolean.class)
                .single();
    }

    /** Those of the numbers that are orders'. */
    public Set<String> known(Set<String> numbers) {
        return numbers.isEmpty()
                ? Set.of()
                : jdbc.sql("select order_no from trade_order where order_no in (:numbers)")
                        .param("numbers", numbers)
                        .query(String.class)
                        .set();
    }

    /** Whether a buyer has, or had, an order with a supplier. */
    public boolean areBetween(String supplierId, String buyer) {
        return jdbc.sql("""
                        select exists (select 1 from trade_order
                                        where buyer_email = :buyer and supplier_id = :supplierId)
                        """)
                .param("supplierId", supplierId)
                .param("buyer", buyer)
                .query(Boolean.class)
                .single();
    }
}
