package org.tradeassurance.rulebook;

import static org.tradeassurance.rulebook.Facts.Status.AWAITING_BUYER_CONFIRM;
import static org.tradeassurance.rulebook.Facts.Status.AWAITING_DEPOSIT;
import static org.tradeassurance.rulebook.Facts.Status.AWAITING_DEPOSIT_CONFIRM;
import static org.tradeassurance.rulebook.Facts.Status.AWAITING_DEPOSIT_TOPUP;
import static org.tradeassurance.rulebook.Facts.Status.AWAITING_SHIPMENT;
import static org.tradeassurance.rulebook.Facts.Status.AWAITING_SUPPLIER_CONFIRM;
import static org.tradeassurance.rulebook.Facts.Status.CLOSED;
import static org.tradeassurance.rulebook.Facts.Status.DRAFT;
import static org.tradeassurance.rulebook.Facts.Status.NEGOTIATING;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.tradeassurance.rulebook.Facts.Hold;
import org.tradeassurance.rulebook.Facts.Origin;
import org.tradeassurance.rulebook.Facts.Party;

/** Drafts, versions, confirmations, cancelling (DRF, NEG, TR-01 to TR-09, AMB-14, QTA-02, QTA-06 to QTA-08). */
final class ContractRules {

    private static final Duration WINDOW = Duration.ofDays(15);

    private final Facts facts;
    private final Permissions permissions;
    private final MoneyRules money;
    private final ShipmentRules shipment;

    ContractRules(Facts facts, Permissions permissions, MoneyRules money, ShipmentRules shipment) {
        this.facts = facts;
        this.permissions = permissions;
        this.money = money;
        this.shipment = shipment;
    }

    Set<String> submitFaults() {
        Set<String> faults = new TreeSet<>();
        if (!facts.is(DRAFT) || facts.submitted) {
            faults.add("illegal-transition");
        }
        if (!facts.terms.complete()) {
            faults.add("incomplete-order");
        }
        if (shippedTooLate(facts.terms)) {
            faults.add("ship-date-past");
        }
        if (facts.drafter() == Party.SUPPLIER && exceeds(facts.terms)) {
            faults.add("quota-exceeded");
        }
        return faults;
    }

    /** The freeze stands while the export service is asked (TR-01, QTA-02). */
    void submit() {
        facts.submitted = true;
        facts.exportCheckRuns = true;
        if (facts.origin == Origin.SUPPLIER_DRAFT) {
            facts.supplierConfirmed = facts.now;
            freeze();
        } else {
            facts.buyerConfirmed = facts.now;
        }
    }

    /** The export service has nothing against it; an inquiry asks it when both have agreed, and its money waits (ELG-09). */
    void present() {
        facts.exportCheckRuns = false;
        facts.exportChecked = true;
        if (facts.is(AWAITING_DEPOSIT)) {
            money.postPending();
        } else if (facts.is(DRAFT)) {
            facts.status = facts.origin == Origin.SUPPLIER_DRAFT ? AWAITING_BUYER_CONFIRM : AWAITING_SUPPLIER_CONFIRM;
        }
    }

    Set<String> reviseFaults(Party party, Terms terms) {
        Set<String> faults = new TreeSet<>();
        if (!permissions.may(party, "contract")) {
            faults.add("illegal-transition");
        }
        if (!terms.amounts().addUp()) {
            faults.add("invalid-amounts");
        }
        boolean offered = facts.is(AWAITING_BUYER_CONFIRM, AWAITING_DEPOSIT);
        if (!terms.complete() && (offered || facts.effectiveBeforeShipment())) {
            faults.add("incomplete-order");
        }
        if (offered && exceeds(terms)) {
            faults.add("quota-exceeded");
        }
        if (facts.effectiveBeforeShipment() && beyondLimits(terms)) {
            faults.add("modification-not-allowed");
        }
        return faults;
    }

    /** Not below what was received; the deposit cannot rise once it is accepted (AMB-14, TOL-04). */
    private boolean beyondLimits(Terms terms) {
        boolean risen = facts.is(AWAITING_SHIPMENT) && terms.deposit() > facts.terms.deposit();
        return risen || terms.total() < facts.held();
    }

    void revise(Terms terms) {
        int version = ++facts.latest;
        if (facts.effectiveBeforeShipment()) {
            facts.proposed = terms;
            facts.proposedVersion = version;
            facts.proposedAt = facts.now;
            return;
        }
        facts.terms = terms;
        facts.version = version;
        facts.buyerConfirmed = null;
        facts.supplierConfirmed = null;
        if (facts.is(AWAITING_SUPPLIER_CONFIRM)) {
            facts.status = NEGOTIATING;
        } else if (facts.is(AWAITING_BUYER_CONFIRM, AWAITING_DEPOSIT)) {
            facts.status = AWAITING_BUYER_CONFIRM;
            facts.supplierConfirmed = facts.now;
            facts.cancellationAsked = false;
            facts.payment.clear();
            facts.exportCheckRuns = false;
            freeze();
        }
    }

    Set<String> confirmFaults(Party party, int version) {
        Set<String> faults = new TreeSet<>();
        Terms proposed = facts.proposed;
        if (proposed != null && version == facts.proposedVersion) {
            if (party == Party.SUPPLIER) {
                faults.add("already-confirmed");
            }
            if (shippedTooLate(proposed) && !Objects.equals(proposed.shipOn(), facts.terms.shipOn())) {
                faults.add("ship-date-past");
            }
            if (beyondLimits(proposed)) {
                faults.add("modification-not-allowed");
            }
            if (exceeds(proposed)) {
                faults.add("quota-exceeded");
            }
            return faults;
        }
        if (version != facts.version) {
            faults.add("contract-changed");
        }
        if (facts.confirmedBy(party)) {
            faults.add("already-confirmed");
        }
        if (!facts.is(NEGOTIATING, AWAITING_BUYER_CONFIRM, AWAITING_SUPPLIER_CONFIRM)) {
            faults.add("illegal-transition");
        }
        if (facts.is(NEGOTIATING) && !facts.terms.complete()) {
            faults.add("incomplete-order");
        }
        if (shippedTooLate(facts.terms)) {
            faults.add("ship-date-past");
        }
        if (party == Party.SUPPLIER && exceeds(facts.terms)) {
            faults.add("quota-exceeded");
        }
        return faults;
    }

    /** The agreed day is over: nobody commits to it any more (SHP-04). */
    private boolean shippedTooLate(Terms terms) {
        return terms.shipOn() != null && terms.shipOn().isBefore(facts.today());
    }

    void confirm(Party party, int version) {
        if (facts.proposed != null && version == facts.proposedVersion) {
            adopt();
            return;
        }
        if (party == Party.BUYER) {
            facts.buyerConfirmed = facts.now;
        } else {
            facts.supplierConfirmed = facts.now;
            freeze();
        }
        if (facts.is(NEGOTIATING)) {
            facts.status = party == Party.BUYER ? AWAITING_SUPPLIER_CONFIRM : AWAITING_BUYER_CONFIRM;
        } else {
            facts.status = AWAITING_DEPOSIT;
            facts.payment.set(facts.now.plus(WINDOW), facts.now);
            facts.exportCheckRuns = !facts.exportChecked;
            if (facts.exportChecked) {
                money.postPending();
            }
        }
    }

    /** AMB-14: the freeze difference is taken, the tally runs again, money is kept. */
    private void adopt() {
        facts.terms = Objects.requireNonNull(facts.proposed);
        facts.version = facts.proposedVersion;
        facts.supplierConfirmed = facts.proposedAt;
        facts.buyerConfirmed = facts.now;
        facts.proposed = null;
        facts.proposedVersion = 0;
        freeze();
        if (facts.is(AWAITING_SHIPMENT)) {
            money.moveSurplus();
        } else {
            money.tally();
        }
    }

    Set<String> cancelFaults(Party party) {
        Set<String> faults = new TreeSet<>();
        if (facts.held() > 0 && !facts.terminal()) {
            faults.add("refund-needed");
        }
        if (!permissions.may(party, "cancellations")) {
            faults.add("illegal-transition");
        }
        return faults;
    }

    void cancel() {
        if (facts.is(AWAITING_DEPOSIT)) {
            facts.cancellationAsked = true;
        } else {
            close();
        }
    }

    void answerCancellation(boolean accept) {
        facts.cancellationAsked = false;
        if (accept) {
            close();
        }
    }

    Set<String> closureFaults() {
        return switch (facts.status) {
            case AWAITING_DEPOSIT -> facts.payment.passed(facts.now) ? Set.of() : Set.of("payment-window-open");
            case AWAITING_DEPOSIT_CONFIRM, AWAITING_DEPOSIT_TOPUP -> Set.of("deposit-already-posted");
            default -> Set.of("illegal-transition");
        };
    }

    /** QTA-06; money that waited is the finance desk's (AMB-28). */
    void close() {
        facts.status = CLOSED;
        facts.frozenAt = null;
        facts.proposed = null;
        facts.proposedVersion = 0;
        facts.cancellationAsked = false;
        facts.unmatched.addAll(facts.pending);
        facts.pending.clear();
        facts.exportCheckRuns = false;
        facts.exportOrderRuns = false;
        shipment.release();
    }

    /** Less is free than the order needs more (QTA-08). */
    private boolean exceeds(Terms terms) {
        return terms.covered() > facts.limit;
    }

    /** Only the difference is frozen or released (QTA-07). */
    private void freeze() {
        facts.covered = facts.terms.covered();
        facts.hold = facts.covered == 0 ? Hold.NONE : Hold.FROZEN;
    }
}
