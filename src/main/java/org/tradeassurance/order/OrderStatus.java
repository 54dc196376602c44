package org.tradeassurance.order;

/** Where an order stands (ST-00 to ST-11) and where it may go next (TR-01 to TR-20). */
public enum OrderStatus {
    NEGOTIATING(Step.DRAFT),
    DRAFT(Step.DRAFT),
    AWAITING_SUPPLIER_CONFIRM(Step.CONFIRM),
    AWAITING_BUYER_CONFIRM(Step.CONFIRM),
    AWAITING_DEPOSIT(Step.PAYMENT),
    AWAITING_DEPOSIT_CONFIRM(Step.PAYMENT),
    AWAITING_DEPOSIT_TOPUP(Step.PAYMENT),
    AWAITING_SHIPMENT(Step.SHIPMENT),
    SHIPPED_AWAITING_BALANCE(Step.RECEIPT),
    AWAITING_RECEIPT(Step.RECEIPT),
    COMPLETED(Step.COMPLETE),
    CLOSED(Step.COMPLETE);

    /** The progress bar of an order. */
    public enum Step {
        DRAFT,
        CONFIRM,
        PAYMENT,
        SHIPMENT,
        RECEIPT,
        COMPLETE
    }

    private final Step step;

    OrderStatus(Step step) {
        this.step = step;
    }

    /** The step of the progress bar; a closed order stays on the step it was closed in, which the order keeps. */
    public Step step() {
        return step;
    }

    public boolean isTerminal() {
        return this == COMPLETED || this == CLOSED;
    }

    /** The deposit is being awaited or judged: no deposit has been accepted yet. */
    public boolean collectsDeposit() {
        return this == AWAITING_DEPOSIT || this == AWAITING_DEPOSIT_CONFIRM || this == AWAITING_DEPOSIT_TOPUP;
    }

    /** The contract is effective and goods have not been shipped (ST-13): a modification is a proposal (AMB-14). */
    public boolean isEffectiveBeforeShipment() {
        return this == AWAITING_DEPOSIT_CONFIRM || this == AWAITING_DEPOSIT_TOPUP || this == AWAITING_SHIPMENT;
    }

    /** Money has come and the order is not complete (ST-05 to ST-09): the buyer may apply for a refund (TR-21). */
    public boolean mayBeRefunded() {
        return isEffectiveBeforeShipment() || this == SHIPPED_AWAITING_BALANCE || this == AWAITING_RECEIPT;
    }

    public boolean canBecome(OrderStatus next) {
        return switch (this) {
            case NEGOTIATING -> next == AWAITING_SUPPLIER_CONFIRM || next == AWAITING_BUYER_CONFIRM || next == CLOSED;
            case DRAFT -> next == AWAITING_SUPPLIER_CONFIRM || next == AWAITING_BUYER_CONFIRM || next == CLOSED;
            case AWAITING_SUPPLIER_CONFIRM -> next == NEGOTIATING || next == AWAITING_DEPOSIT || next == CLOSED;
            case AWAITING_BUYER_CONFIRM -> next == AWAITING_DEPOSIT || next == CLOSED;
            case AWAITING_DEPOSIT ->
                next.collectsDeposit() || next == AWAITING_BUYER_CONFIRM || next == AWAITING_SHIPMENT || next == CLOSED;
            case AWAITING_DEPOSIT_CONFIRM, AWAITING_DEPOSIT_TOPUP ->
                next == AWAITING_DEPOSIT_CONFIRM
                        || next == AWAITING_DEPOSIT_TOPUP
                        || next == AWAITING_SHIPMENT
                        || next == CLOSED;
            case AWAITING_SHIPMENT -> next == SHIPPED_AWAITING_BALANCE || next == AWAITING_RECEIPT || next == CLOSED;
            case SHIPPED_AWAITING_BALANCE -> next == AWAITING_RECEIPT || next == CLOSED;
            case AWAITING_RECEIPT -> next == COMPLETED || next == CLOSED;
            case COMPLETED -> next == CLOSED;
            case CLOSED -> false;
        };
    }
}
