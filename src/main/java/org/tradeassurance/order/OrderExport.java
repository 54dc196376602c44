package org.tradeassurance.order;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The orders of a filter as a file. It is written to the disk first, row by row as the database gives them: whoever reads it slowly holds
 * neither memory nor a transaction.
 */
@Component
class OrderExport {

    static final int MOST = 100_000;

    private static final int AT_ONCE = 500;

    private static final String ROWS = """
            select o.order_no, case when :own::text is null or o.referred_by = :me then o.external_reference end as own_reference,
                   o.created_at, o.status, o.frozen_at is not null as frozen, o.supplier_id, s.name as supplier, o.buyer_name,
                   o.buyer_email, c.content #>> '{shipping,transport}' as transport,
                   (select string_agg(l ->> 'product', '; ') from jsonb_array_elements(c.content -> 'lines') l) as products,
                   o.total, o.deposit, o.deposit_received, o.balance_received, o.owed, o.refund_due,
                   o.agreed_ship_date, o.actual_ship_date, o.next_due, o.next_due_at,
            """ + OpenTasks.COLUMN + """

              from (%s) found
              join trade_order o on o.order_no = found.order_no
              join supplier s on s.supplier_id = o.supplier_id
              join contract_version c on c.order_no = o.order_no and c.version = o.contract_version
             order by %s""";

    private static final List<String> COLUMNS = List.of(
            "order-no",
            "reference",
            "created",
            "status",
            "frozen",
            "supplier-id",
            "supplier",
            "buyer",
            "email",
            "transport",
            "products",
            "total",
            "deposit",
            "deposit-received",
            "balance-received",
            "owed",
            "refund-due",
            "ship-by",
            "shipped-on",
            "due",
            "due-at");

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final OpenTasks tasks;
    private final MessageSource messages;

    OrderExport(
            DataSource database,
            PlatformTransactionManager transactions,
            com.fasterxml.jackson.databind.ObjectMapper json,
            TaskNames names,
            MessageSource messages) {
        JdbcTemplate rows = new JdbcTemplate(database);
        rows.setFetchSize(AT_ONCE);
        this.jdbc = new NamedParameterJdbcTemplate(rows);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.tasks = new OpenTasks(json, names);
        this.messages = messages;
    }

    /**
     * Writes the file; whoever reads it removes it.
     *
     * @throws Refusal {@code too-many-rows} if the filter finds more than fit
     */
    Path write(OrderFilter filter, OrderSort sort, Sheet.Format format, Locale language) {
        OrderSearch search = new OrderSearch(filter, Account.current());
        String numbers = search.numbers(sort, null, MOST + 1);
        Path file = emptyFile(format);
        try {
            reading.executeWithoutResult(tx -> {
                requireFew(numbers, search);
                write(file, ROWS.formatted(numbers, sort.order()), search, format, language);
            });
            return file;
        } catch (RuntimeException e) {
            remove(file);
            throw e;
        }
    }

    private static Path emptyFile(Sheet.Format format) {
        try {
            return Files.createTempFile("orders-", "." + format.name().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireFew(String numbers, OrderSearch search) {
        Integer rows =
                jdbc.queryForObject("select count(*) from (" + numbers + ") found", search.parameters(), Integer.class);
        if (rows != null && rows > MOST) {
            throw new Refusal(Problem.TOO_MANY_ROWS, null, MOST);
        }
    }

    private void write(Path file, String rows, OrderSearch search, Sheet.Format format, Locale language) {
        boolean staff = Account.current().ownParty() == null;
        Map<String, String> words = words(language);
        try (Sheet sheet = Sheet.of(format, Files.newOutputStream(file), text("export.orders", language))) {
            List<@Nullable Object> heads = new ArrayList<>();
            COLUMNS.forEach(column -> heads.add(text("export." + column, language)));
            if (staff) {
                heads.add(text("export.tasks", language));
            }
            sheet.row(heads);
            jdbc.query(rows, search.parameters(), (ResultSet row) -> sheet.row(cells(row, words, staff, language)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<@Nullable Object> cells(ResultSet row, Map<String, String> words, boolean staff, Locale language)
            throws SQLException {
        String due = row.getString("next_due");
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                row.getString("order_no"),
                row.getString("own_reference"),
                OrderRow.instant(row, "created_at"),
                words.get(row.getString("status")),
                row.getBoolean("frozen") ? words.get("frozen") : null,
                row.getString("supplier_id"),
                row.getString("supplier"),
                row.getString("buyer_name"),
                row.getString("buyer_email"),
                row.getString("transport"),
                row.getString("products")));
        for (String money : List.of("total", "deposit", "deposit_received", "balance_received", "owed", "refund_due")) {
            cells.add(row.getBigDecimal(money));
        }
        cells.add(row.getObject("agreed_ship_date", java.time.LocalDate.class));
        cells.add(row.getObject("actual_ship_date", java.time.LocalDate.class));
        cells.add(due == null ? null : words.get(due));
        cells.add(OrderRow.instant(row, "next_due_at"));
        if (staff) {
            cells.add(tasks(row.getString("open_tasks"), language));
        }
        return cells;
    }

    /** Each with its desk, or with its holder where somebody has it. */
    private @Nullable String tasks(@Nullable String column, Locale language) {
        List<OrderView.OpenTask> open = tasks.read(column);
        return open == null || open.isEmpty()
                ? null
                : open.stream()
                        .map(task -> (language.equals(Locale.CHINESE)
                                        ? task.name().zh()
                                        : task.name().en()) + " ("
                                + (task.assignee() == null ? task.desk() : task.assignee()) + ")")
                        .collect(Collectors.joining("; "));
    }

    /** What is said of many rows is looked up once. */
    private Map<String, String> words(Locale language) {
        Map<String, String> words = new java.util.HashMap<>();
        for (OrderStatus status : OrderStatus.values()) {
            words.put(status.name(), text("status." + status, language));
        }
        for (OrderFilter.Due due : OrderFilter.Due.values()) {
            words.put(due.name(), text("export.due." + due, language));
        }
        words.put("frozen", text("export.yes", language));
        return words;
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
