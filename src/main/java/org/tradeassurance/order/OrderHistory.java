package org.tradeassurance.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to an order and every version of its contract; all inside the caller's scope. */
@Component
class OrderHistory {

    private static final String VERSIONS = """
            select v.version, v.author, v.party, v.created_at, v.content, before.content as content_before
              from contract_version v
              left join contract_version before on before.order_no = v.order_no and before.version = v.version - 1
             where v.order_no = :orderNo
            """;

    private final JdbcClient jdbc;
    private final Orders orders;
    private final ObjectMapper json;

    OrderHistory(JdbcClient jdbc, Orders orders, ObjectMapper json) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.json = json;
    }

    /** A line of the operation record. */
    record Operation(
            @JsonIgnore long id,
            Instant at,
            String actor,
            String action,
            @Nullable String detail,
            int contractVersion) {}

    /** A version of the contract, with who wrote it, when, and what is new against the version before (NEG-08). */
    record Version(
            int contractVersion,
            String author,
            Party party,
            Instant createdAt,
            List<ContractChange> changes,
            Contract content,
            Amounts amounts) {}

    Page<Operation> operations(OrderNo no, PageRequest page) {
        orders.getVisible(no);
        List<Operation> found = jdbc.sql("""
                        select id, at, actor, action, contract_version,
                               case when action = any (:withheld) then split_part(detail, ' · ', 1) else detail end as detail
                          from operation_record
                         where order_no = :orderNo and (:after::bigint is null or id > :after::bigint)
                         order by id
                         limit :limit
                        """)
                .param("orderNo", no.value())
                .param("after", page.after())
                .param("limit", page.limit() + 1)
                .param("withheld", withheld(Account.current().ownParty()))
                .query((row, i) -> new Operation(
                        row.getLong("id"),
                        Objects.requireNonNull(OrderRow.instant(row, "at")),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("detail"),
                        row.getInt("contract_version")))
                .list();
        return Page.of(found, page, operation -> Long.toString(operation.id()));
    }

    /** What a party is told of only by its name: steps of a form that was filled in for somebody else (decision 0046). */
    private static String[] withheld(@Nullable Party reader) {
        return reader == null
                ? new String[0]
                : Stream.of(Fact.STEP_DONE, Fact.BUYER_STEP_DONE, Fact.SUPPLIER_STEP_DONE)
                        .filter(fact -> !fact.side().name().equals(reader.name()))
                        .map(Fact::action)
                        .toArray(String[]::new);
    }

    Page<Version> versions(OrderNo no, PageRequest page) {
        orders.getVisible(no);
        List<Version> found = jdbc.sql(VERSIONS + """
                           and (:after::integer is null or v.version > :after::integer)
                         order by v.version
                         limit :limit
                        """)
                .param("orderNo", no.value())
                .param("after", page.after())
                .param("limit", page.limit() + 1)
                .query(this::version)
                .list();
        return Page.of(found, page, version -> Integer.toString(version.contractVersion()));
    }

    Version version(OrderNo no, int version) {
        orders.getVisible(no);
        return jdbc.sql(VERSIONS + " and v.version = :version")
                .param("orderNo", no.value())
                .param("version", version)
                .query(this::version)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    private Version version(ResultSet row, int rowNumber) throws SQLException {
        Contract content = OrderRow.read(json, row.getString("content"));
        String before = row.getString("content_before");
        return new Version(
                row.getInt("version"),
                row.getString("author"),
                Party.valueOf(row.getString("party")),
                Objects.requireNonNull(OrderRow.instant(row, "created_at")),
                before == null ? List.of() : changes(OrderRow.read(json, before), content),
                content,
                content.amounts());
    }

    private List<ContractChange> changes(Contract before, Contract after) {
        return ContractChange.between(json.valueToTree(before), json.valueToTree(after));
    }
}
