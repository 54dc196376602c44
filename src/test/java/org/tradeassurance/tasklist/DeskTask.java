package org.tradeassurance.tasklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each kind of task as a desk does it by clicking: its queue, what it fills in, and the order's status afterwards. */
enum DeskTask {
    COMPLETE_DRAFT(
            "completeDraft",
            "supplier-desk",
            "待完善草稿 / Drafts to complete",
            "AWAITING_BUYER_CONFIRM",
            choice("decision", "提交 / Submit")),
    CONFIRM_AS_SUPPLIER(
            "confirmContractAsSupplier",
            "supplier-desk",
            "待供应商确认 / Contracts to confirm",
            "CLOSED",
            choice("decision", "拒绝 / Refuse"),
            text("reason", "The price is out of date")),
    DECIDE_ON_CANCELLATION(
            "decideOnCancellation",
            "supplier-desk",
            "买家申请取消 / Cancellations asked for",
            "CLOSED",
            choice("decision", "同意取消 / Agree")),
    ACCEPT_SHORT_DEPOSIT("acceptShortDeposit", "supplier-desk", "预付款不足 / Short deposits", "AWAITING_SHIPMENT"),
    DECIDE_ON_UNPAID_ORDER(
            "decideOnUnpaidOrder",
            "supplier-desk",
            "逾期未付款 / Unpaid past the window",
            "CLOSED",
            choice("decision", "关闭订单 / Close the order"),
            text("reason", "No money came")),
    DECLARE_SHIPMENT("declareShipment", "supplier-desk", "待申报发货 / Shipments to declare", "AWAITING_SHIPMENT"),
    ACCEPT_SHORT_BALANCE("acceptShortBalance", "supplier-desk", "尾款不足 / Short balances", "AWAITING_RECEIPT"),
    REPLY_TO_FEEDBACK(
            "replyToFeedback", "supplier-desk", "待回复评价 / Feedback to answer", "COMPLETED", text("text", "Thank you")),

    CONFIRM_AS_BUYER(
            "confirmContractAsBuyer",
            "buyer-desk",
            "待买家确认 / Contracts to confirm as buyer",
            "AWAITING_DEPOSIT",
            choice("decision", "确认 / Confirm")),
    CONFIRM_MODIFICATION(
            "confirmModification",
            "buyer-desk",
            "待确认修改 / Modifications to confirm",
            "AWAITING_SHIPMENT",
            choice("decision", "确认 / Confirm")),
    CONFIRM_RECEIPT("confirmReceipt", "buyer-desk", "待确认收货 / Receipts to confirm", "COMPLETED"),
    LEAVE_FEEDBACK(
            "leaveFeedback",
            "buyer-desk",
            "待评价 / Feedback to leave",
            "COMPLETED",
            text("text", "Fine lamps"),
            choice("rating", "5 很好 / Very good")),

    MATCH_REMITTANCE(
            "matchRemittance",
            "finance-desk",
            "未匹配款项 / Unmatched money",
            null,
            choice("decision", "退回付款人 / Send back to the payer")),
    CHASE_DEPOSIT(
            "chaseDeposit",
            "finance-desk",
            "待催补预付款 / Deposits to chase",
            "AWAITING_DEPOSIT_TOPUP",
            text("note", "Promised for Friday"),
            date("nextOn", "2015-11-20")),
    CHASE_BALANCE(
            "chaseBalance",
            "finance-desk",
            "逾期尾款 / Balances to chase",
            "SHIPPED_AWAITING_BALANCE",
            text("note", "Promised for Friday"),
            date("nextOn", "2015-12-30")),
    PAY_REFUND(
            "payRefund",
            "finance-desk",
            "待退款 / Refunds due",
            null,
            text("payoutReference", "BACK-7"),
            date("paidOn", "2015-11-01")),

    SETTLE_EXPORT_SERVICE(
            "settleExportService",
            "export-desk",
            "出口服务待协商 / Export service to settle",
            "AWAITING_BUYER_CONFIRM",
            choice("decision", "批准 / Approve"),
            text("note", "Agreed by phone")),
    CHASE_LATE_SHIPMENT(
            "chaseLateShipment",
            "export-desk",
            "逾期未发货 / Late shipments",
            "AWAITING_SHIPMENT",
            text("note", "Waits for the vessel"),
            date("nextOn", "2015-11-20")),
    PROVE_CLEARANCE(
            "proveClearance",
            "export-desk",
            "自行出口待凭证 / Own exports to prove",
            "AWAITING_SHIPMENT",
            date("clearedOn", "2015-11-01"),
            text("evidence", "Declaration 7")),
    TRACE_CLEARANCE(
            "traceClearance",
            "export-desk",
            "未知通关 / Unknown clearances",
            null,
            choice("decision", "不属于任何订单 / It belongs to no order"),
            text("note", "Of another marketplace")),

    DECIDE_DISPUTE(
            "decideDispute",
            "assurance-desk",
            "待裁定纠纷 / Disputes to decide",
            "AWAITING_SHIPMENT",
            choice("decision", "驳回 / Dismiss"),
            text("reason", "Unfounded")),
    JUDGE_COMPLAINT(
            "judgeComplaint",
            "assurance-desk",
            "待裁定投诉 / Complaints to judge",
            null,
            choice("decision", "不成立 / Dismiss"),
            text("reason", "Unfounded"));

    /** A field of the form; a choice names the option in both languages, as the form does, a date is ISO. */
    record Input(String field, String value, Kind kind) {}

    enum Kind {
        TEXT,
        CHOICE,
        DATE
    }

    final String element;
    final String desk;
    final String queue;
    final @Nullable String status;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    final List<Input> inputs;

    DeskTask(String element, String desk, String queue, @Nullable String status, Input... inputs) {
        this.element = element;
        this.desk = desk;
        this.queue = queue;
        this.status = status;
        this.inputs = List.of(inputs);
    }

    /** The id of the task in its model. */
    String key() {
        return "userTask_" + element;
    }

    /** The half of a name that a reader of a language sees. */
    static String half(String bilingual, String language) {
        return bilingual.split(" / ", -1)[language.startsWith("zh") ? 0 : 1];
    }

    private static Input choice(String field, String option) {
        return new Input(field, option, Kind.CHOICE);
    }

    private static Input text(String field, String value) {
        return new Input(field, value, Kind.TEXT);
    }

    private static Input date(String field, String value) {
        return new Input(field, value, Kind.DATE);
    }
}
