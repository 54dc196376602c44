package org.tradeassurance.process;

import java.util.Set;
import org.tradeassurance.order.Action;

/** The names that the models and the code share beside the tasks of the {@link org.tradeassurance.order.Action}s; tests hold the two together. */
public final class TradeOrderModel {

    public static final String PROCESS_TRADE_ORDER = "trade-order";
    public static final String PROCESS_MATCH_REMITTANCE = "match-remittance";
    public static final String PROCESS_PAY_REFUND = "pay-refund";
    public static final String PROCESS_HANDLE_DISPUTE = "handle-dispute";
    public static final String PROCESS_TRACE_CLEARANCE = "trace-clearance";
    public static final String PROCESS_JUDGE_COMPLAINT = "judge-complaint";

    public static final String MESSAGE_ORDER_CANCELLED = "order-cancelled";
    public static final String MESSAGE_CONTRACT_REVISED = "contract-revised";
    public static final String MESSAGE_CANCELLATION_REQUESTED = "cancellation-requested";
    public static final String MESSAGE_MODIFICATION_PROPOSED = "modification-proposed";
    public static final String MESSAGE_MODIFICATION_LAPSED = "modification-lapsed";
    public static final String MESSAGE_DEPOSIT_POSTED = "deposit-posted";
    public static final String MESSAGE_BALANCE_POSTED = "balance-posted";
    public static final String MESSAGE_GOODS_CLEARED = "goods-cleared";
    public static final String MESSAGE_SELF_EXPORT_AGREED = "self-export-agreed";
    public static final String MESSAGE_SELF_EXPORT_DROPPED = "self-export-dropped";
    public static final String MESSAGE_DISPUTE_OPENED = "dispute-opened";

    public static final String TASK_CONFIRM_AS_BUYER = "userTask_confirmContractAsBuyer";
    public static final String TASK_CONFIRM_AS_SUPPLIER = "userTask_confirmContractAsSupplier";
    public static final String TASK_CONFIRM_MODIFICATION = "userTask_confirmModification";
    public static final String TASK_DECIDE_DISPUTE = "userTask_decideDispute";
    public static final String TASK_MATCH_REMITTANCE = "userTask_matchRemittance";
    public static final String TASK_JUDGE_COMPLAINT = "userTask_judgeComplaint";
    public static final String TASK_PAY_REFUND = "userTask_payRefund";
    public static final String TASK_TRACE_CLEARANCE = "userTask_traceClearance";
    public static final String TASK_SETTLE_EXPORT_SERVICE = "userTask_settleExportService";
    public static final String TASK_CHASE_DEPOSIT = "userTask_chaseDeposit";
    public static final String TASK_CHASE_BALANCE = "userTask_chaseBalance";
    public static final String TASK_CHASE_LATE_SHIPMENT = "userTask_chaseLateShipment";
    public static final String TASK_DECIDE_ON_UNPAID_ORDER = "userTask_decideOnUnpaidOrder";
    public static final String START_ORDER_OPENED = "startEvent_orderOpened";

    /** Beside the tasks of actions, what tells the record itself what was done. */
    private static final Set<String> OWN = Set.of(
            TASK_CONFIRM_AS_BUYER,
            TASK_CONFIRM_AS_SUPPLIER,
            TASK_CONFIRM_MODIFICATION,
            TASK_DECIDE_DISPUTE,
            TASK_MATCH_REMITTANCE,
            TASK_JUDGE_COMPLAINT,
            TASK_PAY_REFUND,
            TASK_TRACE_CLEARANCE,
            TASK_SETTLE_EXPORT_SERVICE,
            TASK_CHASE_DEPOSIT,
            TASK_CHASE_BALANCE,
            TASK_CHASE_LATE_SHIPMENT,
            TASK_DECIDE_ON_UNPAID_ORDER,
            START_ORDER_OPENED);

    /** Whether code knows what it means that this is done; analysts put other tasks into the models. */
    public static boolean isOwn(String element) {
        return OWN.contains(element) || Action.isTask(element);
    }

    private TradeOrderModel() {}
}
