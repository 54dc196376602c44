package org.tradeassurance.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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

    /** Why and from which step an order was closed. */
    public record Closing(String reason, Instant at, OrderStatus.Step step) {}

    /** The version in force, the version that waits for the buyer (AMB-14), and who confirmed which version (AMB-13). */
    public record Agreement(
            int version,
            Contract contract,
            @Nullable Integer proposedVersion,
            Confirmation supplier,
            Confirmation buyer,
            @Nullable CancellationRequest cancellation) {

        public Confirmation of(Party party) {
            return party == Party.BUYER ? buyer : supplier;
        }

        public boolean confirmedBy(Party party) {
            return Objects.equals(of(party).version(), version);
        }

        /** When the later side confirmed the version in force, null until both have. */
        public @Nullable Instant agreedAt() {
            return confirmedBy(Party.SUPPLIER) && confirmedBy(Party.BUYER)
                    ? Collections.max(Arrays.asList(supplier.at(), buyer.at()))
                    : null;
        }
    }

    /** The buyer's wish to cancel an agreed order, until the supplier answers. */
    public record CancellationRequest(String reason, Instant at) {}

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

    /** What the export service said about the products of the contract (ELG-09, EXP-01). */
    public enum ExportCheck {
        NOT_ASKED,
        PENDING,
        ALLOWED,
        REFUSED
    }

    public OrderStatus status() {
        return progress.status();
    }

    public Amounts amounts() {
        return agreement.contract().amounts();
    }

    /** Which fields must still be filled before anyone can confirm (NEG-03). */
    public Completeness completeness() {
        return Completeness.of(agreement.contract(), parties.buyer());
    }

    /**
     * Nobody submits or confirms what is not complete (NEG-03) or does not add up (AMT-02 to AMT-04).
     *
     * @throws Refusal {@code incomplete-order} with the completeness and the missing fields, or {@code invalid-amounts}
     */
    public void requireConfirmable() {
        Completeness completeness = completeness();
        List<String> missing = completeness.missing();
        if (!missing.isEmpty()) {
            int percent = completeness.percent();
            Refusal refusal = new Refusal(Problem.INCOMPLETE_ORDER, no, percent, String.join(", ", missing))
                    .with("completeness", percent)
                    .with("missing", missing);
            missing.forEach(field -> refusal.field(field, "field.required"));
            throw refusal;
        }
        if (!amounts().addUp()) {
            throw new Refusal(
                    Problem.INVALID_AMOUNTS, no, amounts().total(), amounts().deposit());
        }
    }

    /** The payment window has ended: the supplier may close the unpaid order (PAY-01). */
    public boolean windowIsOver(Instant now) {
        Instant due = deadlines.paymentDueAt();
        return due != null && !now.isBefore(due);
    }

    /** The date in Asia/Shanghai whose rules hold: that of the contract's confirmation, today until both have confirmed (section 17). */
    public LocalDate rulesDate(Instant now) {
        return BusinessTime.dateOf(Objects.requireNonNullElse(agreement.agreedAt(), now));
    }

    public boolean isClosed() {
        return status() == OrderStatus.CLOSED;
    }

    /**
     * Moves to the next status.
     *
     * @throws Refusal {@code illegal-transition} if the rules know no way from here to there
     */
    public Order become(OrderStatus next) {
        if (status() == next) {
            return this;
        }
        if (!status().canBecome(next)) {
            throw new Refusal(Problem.ILLEGAL_TRANSITION, no, status().name(), "-");
        }
        return with(progress.at(next));
    }

    /**
     * Closes the order for a reason (TR-07 to TR-09); the progress bar stays on the step it was closed in, and a modification that still
     * waits for the buyer lapses (AMB-14).
     */
    public Order close(String reason, Instant at) {
        Closing closing = new Closing(reason, at, status().step());
        Order closed = become(OrderStatus.CLOSED).proposed(null);
        Progress p = closed.progress;
        return closed.with(new Progress(
                p.status(),
                p.openedAt(),
                p.submittedAt(),
                null,
                p.effectiveAt(),
                p.completedAt(),
                p.autoCompleted(),
                closing));
    }

    /** The contract is effective from the first posting on (ST-13). */
    public Order effective(Instant at) {
        return with(new Progress(
                status(),
                progress.openedAt(),
                progress.submittedAt(),
                progress.frozenAt(),
                at,
                progress.completedAt(),
                progress.autoCompleted(),
                progress.closing()));
    }

    /** Receipt completes the order, by the buyer (RCV-01) or by itself (RCV-02). */
    public Order complete(Instant at, boolean byItself) {
        Progress p = become(OrderStatus.COMPLETED).progress;
        return with(new Progress(
                p.status(), p.openedAt(), p.submittedAt(), p.frozenAt(), p.effectiveAt(), at, byItself, null));
    }

    /** A party confirms the version in force (TR-02 to TR-05). */
    public Order confirmed(Party party, Instant at) {
        Confirmation confirmation = new Confirmation(agreement.version(), at);
        return with(new Agreement(
                agreement.version(),
                agreement.contract(),
                agreement.proposedVersion(),
                party == Party.SUPPLIER ? confirmation : agreement.supplier(),
                party == Party.BUYER ? confirmation : agreement.buyer(),
                agreement.cancellation()));
    }

    /** The buyer asks to cancel an agreed order (TR-08), or, with null, the request is answered. */
    public Order cancellationRequested(@Nullable CancellationRequest request) {
        return with(new Agreement(
                agreement.version(),
                agreement.contract(),
                agreement.proposedVersion(),
                agreement.supplier(),
                agreement.buyer(),
                request));
    }

    /** A version waits for the buyer beside the one in force (AMB-14), or, with null, none does any more. */
    public Order proposed(@Nullable Integer version) {
        return with(new Agreement(
                agreement.version(),
                agreement.contract(),
                version,
                agreement.supplier(),
                agreement.buyer(),
                agreement.cancellation()));
    }

    /** Puts a new version in force; earlier confirmations hold for the version they named and for no other (AMB-13). */
    public Order revised(int version, Contract contract) {
        return with(new Agreement(version, contract, null, agreement.supplier(), agreement.buyer(), null));
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
