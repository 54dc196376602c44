package org.tradeassurance.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Order.Acknowledged;
import org.tradeassurance.order.Order.Agreement;
import org.tradeassurance.order.Order.Buyer;
import org.tradeassurance.order.Order.CancellationRequest;
import org.tradeassurance.order.Order.Closing;
import org.tradeassurance.order.Order.Confirmation;
import org.tradeassurance.order.Order.Coverage;
import org.tradeassurance.order.Order.ExportCheck;
import org.tradeassurance.order.Order.Parties;

/** An order as a row of {@code trade_order} and back. */
class OrderRow implements RowMapper<Order> {

    private static final String[] CHANGING = {
        "buyer_country",
        "buyer_account_type",
        "buyer_name",
        "acknowledged_agreement",
        "acknowledged_export",
        "status",
        "submitted_at",
        "frozen_at",
        "effective_at",
        "completed_at",
        "auto_completed",
        "closed_reason",
        "closed_at",
        "closed_step",
        "contract_version",
        "proposed_version",
        "supplier_confirmed_version",
        "supplier_confirmed_at",
        "buyer_confirmed_version",
        "buyer_confirmed_at",
        "cancellation_requested_at",
        "cancellation_reason",
        "total",
        "deposit",
        "coverage_amount",
        "coverage_state",
        "deposit_received",
        "balance_received",
        "refund_due",
        "deposit_accepted_at",
        "balance_settled_at",
        "short_balance_asked",
        "agreed_ship_date",
        "ship_by_ends_at",
        "actual_ship_date",
        "on_time",
        "shipment_declared_at",
        "export_check",
        "export_order_pending",
        "payment_due_at",
        "top_up_chase_at",
        "balance_chase_at",
        "auto_complete_at",
        "coverage_ends_at",
        "feedback_due_at",
        "reply_due_at"
    };

    static final String UPDATE = "update trade_order set "
            + String.join(
                    ", ",
                    java.util.Arrays.stream(CHANGING).map(c -> c + " = :" + c).toList())
            + ", status_since = case when status = :status then status_since else :storedAt end where order_no = :order_no";

    static final String INSERT =
            "insert into trade_order (order_no, origin, supplier_id, buyer_email, created_at, status_since, external_reference, referred_by, "
                    + String.join(", ", CHANGING)
                    + ") values (:order_no, :origin, :supplierId, :buyerEmail, :createdAt, :createdAt, :externalReference, :referredBy, "
                    + String.join(
                            ", ",
                            java.util.Arrays.stream(CHANGING).map(c -> ":" + c).toList())
                    + ") on conflict (external_reference, referred_by) where external_reference is not null do nothing";

    private final ObjectMapper json;

    OrderRow(ObjectMapper json) {
        this.json = json;
    }

    static Map<String, @Nullable Object> parameters(Order order) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("order_no", order.no().value());
        Buyer buyer = order.parties().buyer();
        row.put("buyer_country", buyer.country());
        row.put("buyer_account_type", name(buyer.accountType()));
        row.put("buyer_name", buyer.name());
        row.put("acknowledged_agreement", order.parties().acknowledged().serviceAgreement());
        row.put("acknowledged_export", order.parties().acknowledged().exportService());
        putProgress(row, order.progress());
        putAgreement(row, order.agreement());
        putMoney(row, order);
        putShipment(row, order.shipment());
        putDeadlines(row, order.deadlines());
        return row;
    }

    private static void putProgress(Map<String, @Nullable Object> row, Progress progress) {
        row.put("status", progress.status().name());
        row.put("submitted_at", timestamp(progress.submittedAt()));
        row.put("frozen_at", timestamp(progress.frozenAt()));
        row.put("effective_at", timestamp(progress.effectiveAt()));
        row.put("completed_at", timestamp(progress.completedAt()));
        row.put("auto_completed", progress.autoCompleted());
        Closing closing = progress.closing();
        row.put("closed_reason", closing == null ? null : closing.reason());
        row.put("closed_at", closing == null ? null : timestamp(closing.at()));
        row.put("closed_step", closing == null ? null : closing.step().name());
    }

    private static void putAgreement(Map<String, @Nullable Object> row, Agreement agreement) {
        row.put("contract_version", agreement.version());
        row.put("proposed_version", agreement.proposedVersion());
        row.put("supplier_confirmed_version", agreement.supplier().version());
        row.put("supplier_confirmed_at", timestamp(agreement.supplier().at()));
        row.put("buyer_confirmed_version", agreement.buyer().version());
        row.put("buyer_confirmed_at", timestamp(agreement.buyer().at()));
        CancellationRequest cancellation = agreement.cancellation();
        row.put("cancellation_requested_at", cancellation == null ? null : timestamp(cancellation.at()));
        row.put("cancellation_reason", cancellation == null ? null : cancellation.reason());
    }

    private static void putMoney(Map<String, @Nullable Object> row, Order order) {
        Amounts amounts = order.amounts();
        row.put("total", amounts.total().amount());
        row.put("deposit", amounts.deposit().amount());
        row.put("coverage_amount", order.coverage().amount().amount());
        row.put("coverage_state", order.coverage().state().name());
        Funds funds = order.funds();
        row.put("deposit_received", funds.depositReceived().amount());
        row.put("balance_received", funds.balanceReceived().amount());
        row.put("refund_due", funds.refundDue().amount());
        row.put("deposit_accepted_at", timestamp(funds.depositAcceptedAt()));
        row.put("balance_settled_at", timestamp(funds.balanceSettledAt()));
        row.put("short_balance_asked", funds.shortBalanceAsked());
    }

    private static void putShipment(Map<String, @Nullable Object> row, Shipment shipment) {
        row.put("agreed_ship_date", shipment.agreedShipDate());
        row.put("ship_by_ends_at", timestamp(shipment.shipByEndsAt()));
        row.put("actual_ship_date", shipment.actualShipDate());
        row.put("on_time", shipment.onTime());
        row.put("shipment_declared_at", timestamp(shipment.declaredAt()));
        row.put("export_check", shipment.exportCheck().name());
        row.put("export_order_pending", shipment.exportOrderPending());
    }

    private static void putDeadlines(Map<String, @Nullable Object> row, Deadlines deadlines) {
        row.put("payment_due_at", timestamp(deadlines.paymentDueAt()));
        row.put("top_up_chase_at", timestamp(deadlines.topUpChaseAt()));
        row.put("balance_chase_at", timestamp(deadlines.balanceChaseAt()));
        row.put("auto_complete_at", timestamp(deadlines.autoCompleteAt()));
        row.put("coverage_ends_at", timestamp(deadlines.coverageEndsAt()));
        row.put("feedback_due_at", timestamp(deadlines.feedbackDueAt()));
        row.put("reply_due_at", timestamp(deadlines.replyDueAt()));
    }

    @Override
    public Order mapRow(ResultSet row, int rowNumber) throws SQLException {
        return new Order(
                new OrderNo(row.getString("order_no")),
                parties(row),
                progress(row),
                agreement(row),
                new Coverage(money(row, "coverage_amount"), Coverage.State.valueOf(row.getString("coverage_state"))),
                new Funds(
                        money(row, "deposit_received"),
                        money(row, "balance_received"),
                        money(row, "refund_due"),
                        instant(row, "deposit_accepted_at"),
                        instant(row, "balance_settled_at"),
                        row.getBoolean("short_balance_asked")),
                new Shipment(
                        row.getObject("agreed_ship_date", LocalDate.class),
                        instant(row, "ship_by_ends_at"),
                        row.getObject("actual_ship_date", LocalDate.class),
                        row.getObject("on_time", Boolean.class),
                        instant(row, "shipment_declared_at"),
                        ExportCheck.valueOf(row.getString("export_check")),
                        row.getBoolean("export_order_pending")),
                new Deadlines(
                        instant(row, "payment_due_at"),
                        instant(row, "top_up_chase_at"),
                        instant(row, "balance_chase_at"),
                        instant(row, "auto_complete_at"),
                        instant(row, "coverage_ends_at"),
                        instant(row, "feedback_due_at"),
                        instant(row, "reply_due_at")));
    }

    private static Parties parties(ResultSet row) throws SQLException {
        String accountType = row.getString("buyer_account_type");
        return new Parties(
                Origin.valueOf(row.getString("origin")),
                row.getString("supplier_id"),
                new Buyer(
                        row.getString("buyer_email"),
                        row.getString("buyer_country"),
                        accountType == null ? null : Order.AccountType.valueOf(accountType),
                        row.getString("buyer_name")),
                new Acknowledged(row.getBoolean("acknowledged_agreement"), row.getBoolean("acknowledged_export")));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        Instant closedAt = instant(row, "closed_at");
        return new Progress(
                OrderStatus.valueOf(row.getString("status")),
                Objects.requireNonNull(instant(row, "created_at")),
                instant(row, "submitted_at"),
                instant(row, "frozen_at"),
                instant(row, "effective_at"),
                instant(row, "completed_at"),
                row.getBoolean("auto_completed"),
                closedAt == null
                        ? null
                        : new Closing(
                                row.getString("closed_reason"),
                                closedAt,
                                OrderStatus.Step.valueOf(row.getString("closed_step"))));
    }

    private Agreement agreement(ResultSet row) throws SQLException {
        Instant requestedAt = instant(row, "cancellation_requested_at");
        return new Agreement(
                row.getInt("contract_version"),
                read(json, row.getString("content")),
                row.getObject("proposed_version", Integer.class),
                new Confirmation(
                        row.getObject("supplier_confirmed_version", Integer.class),
                        instant(row, "supplier_confirmed_at")),
                new Confirmation(
                        row.getObject("buyer_confirmed_version", Integer.class), instant(row, "buyer_confirmed_at")),
                requestedAt == null
                        ? null
                        : new CancellationRequest(row.getString("cancellation_reason"), requestedAt));
    }

    static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getBigDecimal(column));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    static String write(ObjectMapper json, Contract contract) {
        try {
            return json.writeValueAsString(contract);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A contract could not be written", e);
        }
    }

    static Contract read(ObjectMapper json, String content) {
        try {
            return json.readValue(content, Contract.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored contract could not be read", e);
        }
    }
}
