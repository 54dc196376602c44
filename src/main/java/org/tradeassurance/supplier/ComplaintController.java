package org.tradeassurance.supplier;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static org.tradeassurance.process.TradeOrderModel.PROCESS_JUDGE_COMPLAINT;
import static org.tradeassurance.process.TradeOrderModel.TASK_JUDGE_COMPLAINT;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Reason;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.OrderProcess;

/** Complaints about suppliers: filed by buyers and the platform, judged by the assurance desk or by the platform's own staff. */
@RestController
@RequestMapping("/api/v1/complaints")
class ComplaintController {

    private final Complaints complaints;
    private final Standings standings;
    private final Orders orders;
    private final OperationRecord record;
    private final OrderProcess process;

    ComplaintController(
            Complaints complaints, Standings standings, Orders orders, OperationRecord record, OrderProcess process) {
        this.complaints = complaints;
        this.standings = standings;
        this.orders = orders;
        this.record = record;
        this.process = process;
    }

    record ComplaintBody(
            @Schema(requiredMode = REQUIRED) @Nullable String supplierId,
            @Nullable OrderNo orderNo,
            @Schema(requiredMode = REQUIRED) Complaint.@Nullable Kind kind,

            @Schema(requiredMode = REQUIRED, maxLength = Reason.LONGEST) @Nullable
            String text) {}

    record Filed(String complaintId, Complaint.State state) {}

    record JudgementBody(
            @Schema(requiredMode = REQUIRED) @Nullable Boolean upheld,

            @Schema(requiredMode = REQUIRED, maxLength = Reason.LONGEST) @Nullable
            String reason) {}

    /**
     * A buyer names its own order, or none if it has some with the supplier; about a supplier that refused to open any the platform
     * complains for it (VIO-01).
     */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Filed file(@RequestBody ComplaintBody body) {
        if (body.kind() == null) {
            throw Refusal.invalidField("kind", "field.required");
        }
        String text = Reason.of("text", body.text());
        if (body.supplierId() == null) {
            throw Refusal.invalidField("supplierId", "field.required");
        }
        if (!standings.knows(body.supplierId())) {
            throw Refusal.invalidField("supplierId", "field.no-supplier");
        }
        Order order = body.orderNo() == null ? null : orders.getVisible(body.orderNo());
        if (order != null && !order.parties().supplierId().equals(body.supplierId())) {
            throw Refusal.invalidField("orderNo", "field.other-supplier", body.supplierId());
        }
        complaints.requireFileable(body.supplierId(), body.orderNo());
        String id = complaints.add(body.supplierId(), body.orderNo(), body.kind(), text);
        if (order != null) {
            record.add(order, Fact.COMPLAINT_FILED, id + " " + body.kind());
        }
        process.start(PROCESS_JUDGE_COMPLAINT, id);
        return new Filed(id, Complaint.State.OPEN);
    }

    @GetMapping("/{complaintId}")
    Complaint get(@PathVariable String complaintId) {
        return complaints.getVisible(complaintId);
    }

    @PostMapping("/{complaintId}/decision")
    Complaint decide(@PathVariable String complaintId, @RequestBody JudgementBody body) {
        complaints.lockOpen(complaintId);
        if (body.upheld() == null) {
            throw Refusal.invalidField("upheld", "field.required");
        }
        process.complete(
                complaintId,
                TASK_JUDGE_COMPLAINT,
                Map.of("decision", body.upheld() ? "uphold" : "dismiss", "reason", Reason.of(body.reason())));
        return complaints.get(complaintId);
    }
}
