package org.tradeassurance.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;

/** An order under trade assurance. Every change returns a new order; a status that the rules do not allow cannot be reached. */
public record Order(
        OrderNo no,
        Parties parties,
        Progress progress,
        Agreement agreement,
        Coverage coverage,
        Funds funds,
        Shipment shipment,
        Deadlines deadlines) {

    /** Who trades. The buyer's fields but for the e-mail may be open while the order is negotiated. */
    public record Parties(Origin origin, String supplierId, Buyer buyer, Acknowledged acknowledged) {}

    /** The buyer; the e-mail, in lower case, is its identity (DRF-02). */
    public record Buyer(
            String email,
            @Nullable String country,
            @Nullable AccountType accountType,
            @Nullable String name) {}

    /** Kinds of buyer account (ELG-01, ELG-02). */
    public enum AccountType {
        OVERSEAS_FREE,
        OVERSEAS_PAID,
        DOMESTIC_FREE_SUPPLIER
    }

    /** The two acknowledgements of DRF-10. */
    public record Acknowledged(boolean serviceAgreement, boolean exportService) {
        public boolean complete() {
            return serviceAgreement && exportService;
        }
    }

    /** How far the order has come. */
    public record Progress(
            OrderStatus status,
            @Nullable Instant submittedAt,
            @Nullable Instant frozenAt,
            @Nullable Instant effectiveAt,
            @Nullable Instant completedAt,
            boolean autoCompleted,
            @Nullable Closing closing) {

        public boolean frozen() {
            return frozenAt != null;
        }
    }

    /** Why and from which step an order was closed. */
    public record Closing(String reason, Instant at, OrderStatus.Step step) {}

    /** The version in force, the version that waits for the buyer (AMB-14), and who confirmed which version (AMB-13). */
    public record Agreement(
            int version,
            Contract contract,
            @Nullable Integer proposedVersion,
            Confirmation supplier,
            Confirmation buyer,
            @Nullable Instant cancellationRequestedAt) {

        public Confirmation of(Party party) {
            return party == Party.BUYER ? buyer : supplier;
        }

        public boolean confirmedBy(Party party) {
            return Objects.equals(of(party).version(), version);
        }
    }

    /** The version that a party has confirmed last, and when. */
    public record Confirmation(
            @Nullable Integer version, @Nullable Instant at) {
        public static final Confirmation NONE = new Confirmation(null, null);
    }

    /** The part of the supplier's quota that is frozen for the order (COV, QTA). */
    public record Coverage(Money amount, State state) {
        public enum State {
            NONE,
            FROZEN,
            RELEASED
        }

        /** What is held of the quota now. */
        public Money frozen() {
            return state == State.FROZEN ? amount : Money.ZERO;
        }
    }

    /** Money applied to the order (TOL, BAL); a leg is closed when its instant is set. */
    public record Funds(
            Money depositReceived,
            Money balanceReceived,
            Money refundDue,
            @Nullable Instant depositAcceptedAt,
            @Nullable Instant balanceSettledAt) {

        public Money held() {
            return depositReceived.plus(balanceReceived);
        }
    }

    /** Agreed and actual ship date in Asia/Shanghai (SHP-02, SHP-05), and the two remote checks of the export service. */
    public record Shipment(
            @Nullable LocalDate agreedShipDate,
            @Nullable LocalDate actualShipDate,
            @Nullable Boolean onTime,
            @Nullable Instant declaredAt,
            ExportCheck exportCheck,
            boolean exportOrderPending) {}

    /** What the export service said about the products of the contract (ELG-09, EXP-01). */
    public enum ExportCheck {
        NOT_ASKED,
        PENDING,
        ALLOWED,
        REFUSED
    }

    /** The instants at which something becomes due; null where nothing is. */
    public record Deadlines(
            @Nullable Instant paymentDueAt,
            @Nullable Instant balanceChaseAt,
            @Nullable Instant autoCompleteAt,
            @Nullable Instant coverageEndsAt,
            @Nullable Instant feedbackDueAt,
            @Nullable Instant replyDueAt) {}

    public OrderStatus status() {
        return progress.status();
    }

    public Amounts amounts() {
        return agreement.contract().amounts();
    }

    public boolean isClosed() {
        return status() == OrderStatus.CLOSED;
    }

    /** @throws Refusal {@code illegal-transition} if the rules know no way from here to there */
    public Order become(OrderStatus next) {
        if (status() == next) {
            return this;
        }
        if (!status().canBecome(next)) {
            throw new Refusal(Problem.ILLEGAL_TRANSITION, no, status().name(), next.name());
        }
        return with(new Progress(
                next,
                progress.submittedAt(),
                progress.frozenAt(),
                progress.effectiveAt(),
                progress.completedAt(),
                progress.autoCompleted(),
                progress.closing()));
    }

    public Order with(Parties changed) {
        return new Order(no, changed, progress, agreement, coverage, funds, shipment, deadlines);
    }

    public Order with(Progress changed) {
        return new Order(no, parties, changed, agreement, coverage, funds, shipment, deadlines);
    }

    public Order with(Agreement changed) {
        return new Order(no, parties, progress, changed, coverage, funds, shipment, deadlines);
    }

    public Order with(Coverage changed) {
        return new Order(no, parties, progress, agreement, changed, funds, shipment, deadlines);
    }

    public Order with(Funds changed) {
        return new Order(no, parties, progress, agreement, coverage, changed, shipment, deadlines);
    }

    public Order with(Shipment changed) {
        return new Order(no, parties, progress, agreement, coverage, funds, changed, deadlines);
    }

    public Order with(Deadlines changed) {
        return new Order(no, parties, progress, agreement, coverage, funds, shipment, changed);
    }
}
