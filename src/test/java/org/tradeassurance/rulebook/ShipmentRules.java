package org.tradeassurance.rulebook;

import static org.tradeassurance.rulebook.Facts.Status.AWAITING_RECEIPT;
import static org.tradeassurance.rulebook.Facts.Status.AWAITING_SHIPMENT;
import static org.tradeassurance.rulebook.Facts.Status.COMPLETED;
import static org.tradeassurance.rulebook.Facts.Status.SHIPPED_AWAITING_BALANCE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.rulebook.Facts.Export;
import org.tradeassurance.rulebook.Facts.Hold;
import org.tradeassurance.rulebook.Terms.Mode;

/** Export orders, shipment, receipt, and what they do to the quota (EXP, SHP, RCV, QTA-03 to QTA-06). */
final class ShipmentRules {

    private static final Duration GRACE = Duration.ofDays(7);
    private static final Duration COVERAGE = Duration.ofDays(7);
    private static final Duration COMMENT = Duration.ofDays(30);

    private final Facts facts;

    ShipmentRules(Facts facts) {
        this.facts = facts;
    }

    @Nullable
    Export linked(String number) {
        return facts.exports.stream()
                .filter(export -> number.equals(export.number))
                .findFirst()
                .orElse(null);
    }

    /** The product numbers the export orders that it makes. */
    void learn(String number) {
        if (linked(number) == null) {
            facts.exports.stream()
                    .filter(export -> export.number == null)
                    .findFirst()
                    .ifPresent(export -> export.number = number);
        }
    }

    void link(@Nullable String number, @Nullable LocalDate clearedOn) {
        Export export = new Export();
        export.number = number;
        export.clearedOn = clearedOn;
        facts.exports.add(export);
        look();
    }

    void unlink(Export export) {
        facts.exports.remove(export);
        look();
    }

    /** A first date or a correction of it; what depends on the ship date moves (section 17). */
    void clear(Export export, LocalDate on) {
        export.clearedOn = on;
        if (facts.actual == null) {
            look();
        } else if (!facts.is(Facts.Status.CLOSED)) {
            date(latestClearance());
            if (facts.completion.due() != null) {
                facts.completion.reset(completesAt(Objects.requireNonNull(facts.settledAt)));
            }
            if (!facts.terminal()) {
                releaseIfOnTime();
            }
        }
    }

    void declare() {
        facts.declared = true;
        look();
    }

    /** Shipped when declared, all linked export orders are cleared and the export service is not about to make one (AMB-27, EXP-02). */
    private void look() {
        boolean cleared = !facts.exports.isEmpty()
                && !facts.exportOrderRuns
                && facts.exports.stream().allMatch(e -> e.clearedOn != null);
        if (facts.is(AWAITING_SHIPMENT) && facts.declared && cleared) {
            ship();
        }
    }

    private LocalDate latestClearance() {
        return facts.exports.stream()
                .map(e -> Objects.requireNonNull(e.clearedOn))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** TR-16, TR-17; a modification that still waits lapses. */
    private void ship() {
        facts.proposed = null;
        facts.proposedVersion = 0;
        date(latestClearance());
        releaseIfOnTime();
        facts.status = SHIPPED_AWAITING_BALANCE;
        if (facts.owed() == 0) {
            settle(Objects.requireNonNull(facts.lastCounted));
        } else {
            new MoneyRules(facts, this).tallyBalance();
        }
    }

    private void date(LocalDate actual) {
        LocalDate agreed = facts.agreedShipDate();
        facts.actual = actual;
        facts.onTime = agreed == null || !actual.isAfter(agreed);
    }

    /** Nothing more is owed; the clock of automatic completion runs (AMB-03). */
    void settle(Instant at) {
        facts.status = AWAITING_RECEIPT;
        facts.settledAt = at;
        facts.balanceOffered = false;
        facts.completion.set(completesAt(at), facts.now);
    }

    /** The end of the last day, but not before the grace after the balance (RCV-02, AMB-03, PRM-07). */
    private Instant completesAt(Instant settled) {
        Instant byShipDate = Objects.requireNonNull(facts.actual)
                .plusDays(facts.terms.transport().days + 1L)
                .atStartOfDay(Facts.ZONE)
                .toInstant();
        Instant byMoney = settled.plus(GRACE);
        return byShipDate.isAfter(byMoney) ? byShipDate : byMoney;
    }

    /** QTA-03: on the shipping day, for coverage until the shipment only; a date set right may end a waiting release. */
    private void releaseIfOnTime() {
        if (facts.terms.mode() != Mode.PRE_SHIPMENT) {
            return;
        }
        if (Boolean.TRUE.equals(facts.onTime)) {
            release();
        } else {
            facts.releaseWaits = false;
        }
    }

    /** Once; while a dispute is open the release waits for its decision (QTA-09). */
    void release() {
        if (facts.hold != Hold.FROZEN) {
            return;
        }
        if (facts.frozen()) {
            facts.releaseWaits = true;
        } else {
            facts.hold = Hold.RELEASED;
            facts.releaseWaits = false;
        }
    }

    /** Receipt, by the buyer or by itself (RCV-01 to RCV-04). */
    void complete(boolean byItself) {
        facts.status = COMPLETED;
        facts.autoCompleted = byItself;
        facts.completion.clear();
        facts.feedback.set(facts.now.plus(COMMENT), facts.now);
        if (facts.hold == Hold.FROZEN && facts.terms.mode() == Mode.POST_DELIVERY) {
            facts.coverageEnd.set(facts.now.plus(COVERAGE), facts.now);
        } else {
            release();
        }
    }

    void comment() {
        facts.commented = true;
        facts.reply.set(facts.now.plus(COMMENT), facts.now);
    }
}
