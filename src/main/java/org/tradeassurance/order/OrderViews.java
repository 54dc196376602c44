package org.tradeassurance.order;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows orders to callers: one statement an answer, whatever the number of orders on a page. */
@Component
public class OrderViews {

    private static final String SELECT = """
            select o.*, c.content,
                   (select s.name from supplier s where s.supplier_id = o.supplier_id) as supplier_name,
                   (select a.account from pair_account a where a.supplier_id = o.supplier_id and a.buyer_email = o.buyer_email) as account,
                   (select jsonb_agg(jsonb_build_object('exportOrderNo', e.export_order_no, 'status', e.status,
                                     'port', e.port, 'destination', e.destination, 'clearedOn', e.cleared_on,
                                     'selfExport', e.self_export, 'evidence', e.evidence) order by e.created_at, e.export_order_no)
                      from export_order e where e.order_no = o.order_no) as export_orders,
                   (select jsonb_agg(jsonb_build_object('task', f.task_name, 'field', f.field, 'label', f.label, 'value', f.value,
                                     'shown', f.shown, 'by', f.actor, 'at', to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by f.field_id)
                      from order_field f where f.order_no = o.order_no and (:own::text is null or f.side = :own)) as fields,
                   (select array_agg(distinct w.name) from order_wait w where w.order_no = o.order_no) as waits,
                   (select f.fault from order_process_fault f where f.order_no = o.order_no) as process_fault,
                   case when :own::text is null or o.referred_by = :me then o.external_reference end as own_reference,
            """ + OpenTasks.COLUMN + """

              from trade_order o
              join contract_version c on c.order_no = o.order_no and c.version = o.contract_version
            """;

    private static final String FAULT = "process_fault";

    /** What a halted order allows. */
    private static final Map<String, List<Action>> NOTHING_POSSIBLE = Map.of("buyer", List.of(), "supplier", List.of());

    private static final TypeReference<List<OrderView.ExportOrderView>> EXPORT_ORDERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final MessageSource messages;
    private final Clock clock;
    private final OrderRow rows;
    private final ClosingRight closingRight;
    private final OpenTasks tasks;
    private final String publicUrl;

    OrderViews(
            JdbcClient jdbc,
            ObjectMapper json,
            MessageSource messages,
            Clock clock,
            ClosingRight closingRight,
            TaskNames taskNames,
            @Value("${trade-assurance.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.json = json;
        this.messages = messages;
        this.clock = clock;
        this.rows = new OrderRow(json);
        this.closingRight = closingRight;
        this.tasks = new OpenTasks(json, taskNames);
        this.publicUrl = publicUrl;
    }

    /**
     * Shows an order that the caller may see.
     *
     * @throws Refusal {@code not-found} for an unknown order and for that of another party alike
     */
    public OrderView get(OrderNo no) {
        Account account = Account.current();
        return jdbc.sql(SELECT + " where o.order_no = :orderNo" + Orders.VISIBLE)
                .params(new OrderSearch(OrderFilter.NONE, account).parameters())
                .param("orderNo", no.value())
                .query(this::view)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Each filter applies where it is given (UI-04). The page's orders are found first: the rest is read of them alone. */
    Page<OrderView> list(OrderFilter filter, OrderSort sort, PageRequest page) {
        OrderSearch search = new OrderSearch(filter, Account.current());
        String numbers = search.numbers(sort, sort.position(page.after()), page.limit() + 1);
        List<OrderView> found = jdbc.sql(SELECT + " where o.order_no in (select order_no from (" + numbers
                        + ") found) order by " + sort.order())
                .params(search.parameters())
                .query(this::view)
                .list();
        return Page.of(found, page, sort::cursor);
    }

    private OrderView view(ResultSet row, int rowNumber) throws SQLException {
        Order order = rows.mapRow(row, rowNumber);
        return view(order, order.agreement().contract(), row);
    }

    private OrderView view(Order order, Contract contract, ResultSet row) throws SQLException {
        return new OrderView(
                order.no(),
                row.getString("own_reference"),
                order.progress().openedAt(),
                order.parties().origin(),
                order.status(),
                statusText(order.status()),
                step(order),
                order.progress().frozen(),
                order.agreement().version(),
                order.agreement().proposedVersion(),
                order.completeness().percent(),
                order.completeness().percentByModule(),
                pendingChecks(order),
                confirmed(order),
                order.parties().supplierId(),
                row.getString("supplier_name"),
                order.parties().buyer(),
                contract.lines(),
                contract.shipping(),
                contract.payment(),
                contract.qualityInspection(),
                contract.contacts(),
                contract.remark(),
                order.parties().acknowledged(),
                order.amounts(),
                funds(order, row.getString("account")),
                coverage(order),
                shipment(order, row.getString("export_orders")),
                deadlines(order, nextDue(row)),
                order.progress().autoCompleted(),
                closedReason(order),
                order.progress().effectiveAt(),
                Account.current().ownParty() == null ? row.getString(FAULT) : null,
                fields(row.getString("fields")),
                tasks.read(row.getString("open_tasks")),
                actions(order, row.getString(FAULT), row.getArray("waits")),
                publicUrl + "/orders/" + order.no());
    }

    private static OrderStatus.Step step(Order order) {
        Order.Closing closing = order.progress().closing();
        return closing == null ? order.status().step() : closing.step();
    }

    private static @Nullable String closedReason(Order order) {
        Order.Closing closing = order.progress().closing();
        return closing == null ? null : closing.reason();
    }

    private static OrderView.@Nullable NextDue nextDue(ResultSet row) throws SQLException {
        Instant at = OrderRow.instant(row, "next_due_at");
        return at == null ? null : new OrderView.NextDue(OrderFilter.Due.valueOf(row.getString("next_due")), at);
    }

    private Map<String, List<Action>> actions(Order order, @Nullable String fault, @Nullable Array waits)
            throws SQLException {
        if (fault != null) {
            return NOTHING_POSSIBLE;
        }
        Set<String> awaited = waits == null ? Set.of() : Set.of((String[]) waits.getArray());
        return Map.of(
                "buyer", actions(order, Party.BUYER, awaited), "supplier", actions(order, Party.SUPPLIER, awaited));
    }

    private List<Action> actions(Order order, Party party, Set<String> awaited) {
        return Action.of(order, party, clock.instant(), closingRight).stream()
                .filter(action -> action.isAwaited(order, party, awaited))
                .toList();
    }

    private List<OrderFields.FieldView> fields(@Nullable String rows) {
        try {
            return rows == null ? List.of() : OrderFields.FieldView.of(json.readTree(rows));
        } catch (IOException e) {
            throw new IllegalStateException("The fields of an order could not be read", e);
        }
    }

    private static OrderView.FundsView funds(Order order, String account) {
        Funds funds = order.funds();
        return new OrderView.FundsView(
                funds.depositReceived(),
                funds.balanceReceived(),
                Tally.of(order).owed(),
                funds.refundDue(),
                account);
    }

    private static OrderView.CoverageView coverage(Order order) {
        return new OrderView.CoverageView(
                order.agreement().contract().coverage(),
                order.coverage().amount(),
                order.coverage().state(),
                order.progress().frozen() ? null : order.deadlines().coverageEndsAt());
    }

    private Map<String, String> statusText(OrderStatus status) {
        String key = "status." + status;
        return Map.of(
                "en", messages.getMessage(key, null, Locale.ENGLISH),
                "zh", messages.getMessage(key, null, Locale.CHINESE));
    }

    private static List<String> pendingChecks(Order order) {
        List<String> pending = new ArrayList<>();
        if (order.isClosed()) {
            return pending;
        }
        if (order.shipment().exportServicePending()) {
            pending.add("EXPORT_SERVICE");
        }
        if (order.shipment().exportOrderPending()) {
            pending.add("EXPORT_ORDER");
        }
        return pending;
    }

    private static OrderView.Confirmed confirmed(Order order) {
        Order.Agreement agreement = order.agreement();
        return new OrderView.Confirmed(
                agreement.confirmedBy(Party.SUPPLIER) ? agreement.supplier().at() : null,
                agreement.confirmedBy(Party.BUYER) ? agreement.buyer().at() : null);
    }

    private OrderView.ShipmentView shipment(Order order, @Nullable String exportOrders) {
        return new OrderView.ShipmentView(
                agreedShipDate(order),
                order.shipment().actualShipDate(),
                order.shipment().onTime(),
                order.shipment().declaredAt() != null,
                exportOrders == null ? List.of() : exportOrders(exportOrders));
    }

    private List<OrderView.ExportOrderView> exportOrders(String array) {
        try {
            return json.readValue(array, EXPORT_ORDERS);
        } catch (IOException e) {
            throw new IllegalStateException("The export orders of an order could not be read", e);
        }
    }

    private static OrderView.DeadlinesView deadlines(Order order, OrderView.@Nullable NextDue next) {
        Deadlines due = order.progress().frozen() ? Deadlines.NONE : order.deadlines();
        return new OrderView.DeadlinesView(
                due.paymentDueAt(),
                agreedShipDate(order),
                order.shipment().shipByEndsAt(),
                due.autoCompleteAt(),
                due.coverageEndsAt(),
                due.feedbackDueAt(),
                due.replyDueAt(),
                next);
    }

    /** A fixed date is agreed with the contract; a relative one is fixed when the deposit is accepted (DRF-05). */
    private static java.time.@Nullable LocalDate agreedShipDate(Order order) {
        Contract.ShipBy shipBy = order.agreement().contract().shipping().shipBy();
        return order.shipment().agreedShipDate() != null || shipBy == null
                ? order.shipment().agreedShipDate()
                : shipBy.date();
    }
}
