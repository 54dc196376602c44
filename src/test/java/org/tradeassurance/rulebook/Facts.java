package org.tradeassurance.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All there is to know of one order and of its supplier's quota. Money in cents of US dollars, dates of Asia/Shanghai. */
final class Facts {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** ST-00 to ST-11. */
    enum Status {
        NEGOTIATING,
        DRAFT,
        AWAITING_SUPPLIER_CONFIRM,
        AWAITING_BUYER_CONFIRM,
        AWAITING_DEPOSIT,
        AWAITING_DEPOSIT_CONFIRM,
        AWAITING_DEPOSIT_TOPUP,
        AWAITING_SHIPMENT,
        SHIPPED_AWAITING_BALANCE,
        AWAITING_RECEIPT,
        COMPLETED,
        CLOSED
    }

    /** ACT-01, ACT-02. */
    enum Party {
        BUYER,
        SUPPLIER
    }

    /** Who wrote first (NEG-01, DRF-01). */
    enum Origin {
        SUPPLIER_DRAFT,
        BUYER_ORDER,
        INQUIRY
    }

    /** What an order holds of the quota (COV-07). */
    enum Hold {
        NONE,
        FROZEN,
        RELEASED
    }

    /** A linked export order; its number is the product's to choose. */
    static final class Export {
        @Nullable
        String number;

        @Nullable
        LocalDate clearedOn;
    }

    final Origin origin;
    final long limit;
    Instant now;
    Status status;

    boolean submitted;
    boolean exportCheckRuns;
    boolean exportChecked;
    Terms terms;
    int version = 1;
    int latest = 1;

    @Nullable
    Terms proposed;

    int proposedVersion;

    @Nullable
    Instant proposedAt;

    @Nullable
    Instant buyerConfirmed;

    @Nullable
    Instant supplierConfirmed;

    boolean cancellationAsked;

    final List<Long> pending = new ArrayList<>();

    /** What no order takes: the finance desk decides (AMB-28). */
    final List<Long> unmatched = new ArrayList<>();

    long deposit;
    long balance;

    /** The part of the balance that came as surplus of the deposit (TOL-04). */
    long surplus;

    long refund;

    /** What was paid back. */
    final List<Long> paidOut = new ArrayList<>();

    @Nullable
    Instant effectiveAt;

    @Nullable
    Instant depositAccepted;

    /** When money counted last. */
    @Nullable
    Instant lastCounted;

    /** The supplier may accept the balance as it is. */
    boolean balanceOffered;

    @Nullable
    Instant settledAt;

    Hold hold = Hold.NONE;
    long covered;
    boolean releaseWaits;
    int points;

    boolean exportOrderRuns;
    final List<Export> exports = new ArrayList<>();
    boolean declared;

    @Nullable
    LocalDate actual;

    @Nullable
    Boolean onTime;

    @Nullable
    Instant frozenAt;

    final Deadline payment = new Deadline();
    final Deadline completion = new Deadline();
    final Deadline coverageEnd = new Deadline();
    final Deadline feedback = new Deadline();
    final Deadline reply = new Deadline();
    boolean autoCompleted;
    boolean commented;

    @Nullable
    Instant buyerReminded;

    @Nullable
    Instant supplierReminded;

    Facts(Origin origin, Terms terms, long limit, Instant now) {
        this.origin = origin;
        this.terms = terms;
        this.limit = limit;
        this.now = now;
        this.status = origin == Origin.INQUIRY ? Status.NEGOTIATING : Status.DRAFT;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    boolean is(Status... any) {
        return List.of(any).contains(status);
    }

    boolean frozen() {
        return frozenAt != null;
    }

    boolean terminal() {
        return is(Status.COMPLETED, Status.CLOSED);
    }

    /** ST-13, before the goods leave (AMB-14). */
    boolean effectiveBeforeShipment() {
        return is(Status.AWAITING_DEPOSIT_CONFIRM, Status.AWAITING_DEPOSIT_TOPUP, Status.AWAITING_SHIPMENT);
    }

    long held() {
        return deposit + balance;
    }

    /** What of the balance is still owed; an accepted shortfall of the deposit is waived (TOL-04). */
    long owed() {
        return Math.max(0, terms.balance() - balance);
    }

    long quotaFrozen() {
        return hold == Hold.FROZEN ? covered : 0;
    }

    boolean confirmedBy(Party party) {
        return (party == Party.BUYER ? buyerConfirmed : supplierConfirmed) != null;
    }

    Party drafter() {
        return origin == Origin.BUYER_ORDER ? Party.BUYER : Party.SUPPLIER;
    }

    /** A fixed date, or one counted from the accepted deposit (DRF-05). */
    @Nullable
    LocalDate agreedShipDate() {
        if (terms.shipOn() != null || depositAccepted == null) {
            return terms.shipOn();
        }
        return LocalDate.ofInstant(Objects.requireNonNull(depositAccepted), ZONE)
                .plusDays(terms.shipAfter());
    }
}
