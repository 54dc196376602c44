package org.tradeassurance.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;

/** An order as callers see it (section 3 of the contract). */
public record OrderView(
        OrderNo orderNo,
        @Nullable String externalReference,
        Instant createdAt,
        Origin origin,
        OrderStatus status,
        Map<String, String> statusText,
        OrderStatus.Step step,
        boolean frozen,
        int contractVersion,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer proposedVersion,
        int completeness,
        Map<Completeness.Module, Integer> completenessByModule,
        List<String> pendingChecks,
        Confirmed confirmed,
        String supplierId,
        String supplierName,
        Order.Buyer buyer,
        List<Contract.Line> lines,
        Contract.Shipping shipping,
        Contract.Payment payment,
        @Nullable Boolean qualityInspection,
        com.fasterxml.jackson.databind.@Nullable JsonNode contacts,
        String remark,
        Order.Acknowledged acknowledged,
        Amounts amounts,
        FundsView funds,
        CoverageView coverage,
        ShipmentView shipment,
        DeadlinesView deadlines,
        boolean autoCompleted,
        @Nullable String closedReason,
        @Nullable Instant effectiveAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String processFault,
        List<OrderFields.FieldView> fields,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<OpenTask> openTasks,
        Map<String, List<Action>> actions,
        String link) {

    /** When each side confirmed the version in force. */
    public record Confirmed(
            @Nullable Instant supplier, @Nullable Instant buyer) {}

    /** Money received and applied, what is owed for the leg that is open, and the account that the buyer pays to (PAY-03). */
    public record FundsView(
            Money depositReceived, Money balanceReceived, Money owed, Money refundDue, String account) {}

    /** Coverage of the order and what it holds of the quota (COV-07). */
    public record CoverageView(
            Contract.@Nullable CoverageMode mode,
            Money amount,
            Order.Coverage.State state,
            @Nullable Instant endsAt) {}

    /** Shipment with its export orders (SHP). */
    public record ShipmentView(
            @Nullable LocalDate agreedShipDate,
            @Nullable LocalDate actualShipDate,
            @Nullable Boolean onTime,
            boolean declaredComplete,
            List<ExportOrderView> exportOrders) {}

    /** An export order linked to the order (EXP-04). */
    public record ExportOrderView(
            String exportOrderNo,
            String status,
            @Nullable String port,
            @Nullable String destination,
            @Nullable LocalDate clearedOn,
            boolean selfExport,
            @Nullable String evidence) {}

    /** What is due next; null while a dispute holds the timers (AMB-15), but for the agreed ship date, and its end once the deposit is accepted. */
    public record DeadlinesView(
            @Nullable Instant paymentDueAt,
            @Nullable LocalDate shipBy,
            @Nullable Instant shipByEndsAt,
            @Nullable Instant autoCompleteAt,
            @Nullable Instant coverageEndsAt,
            @Nullable Instant feedbackDueAt,
            @Nullable Instant replyDueAt,
            @Nullable NextDue next) {}

    /** What the order waits for next and until when; null where nothing is due and in a dispute. */
    public record NextDue(OrderFilter.Due kind, Instant at) {}

    /** A task of staff that is open. */
    public record OpenTask(
            String taskId,
            Words name,
            @Nullable String desk,
            @Nullable String assignee,
            @Nullable Instant dueAt) {}
}
