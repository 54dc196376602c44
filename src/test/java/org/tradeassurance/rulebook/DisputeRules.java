package org.tradeassurance.rulebook;

import static org.tradeassurance.rulebook.Facts.Status.AWAITING_DEPOSIT_CONFIRM;
import static org.tradeassurance.rulebook.Facts.Status.COMPLETED;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tradeassurance.rulebook.Facts.Party;

/** Disputes, the time they take, and what they give back (TR-21, TR-22, AMB-15, QTA-09). */
final class DisputeRules {

    /** No amount was named. */
    static final long NONE = -1;

    private final Facts facts;
    private final Permissions permissions;
    private final MoneyRules money;
    private final ShipmentRules shipment;
    private final ContractRules contracts;

    DisputeRules(
            Facts facts, Permissions permissions, MoneyRules money, ShipmentRules shipment, ContractRules contracts) {
        this.facts = facts;
        this.permissions = permissions;
        this.money = money;
        this.shipment = shipment;
        this.contracts = contracts;
    }

    Set<String> openFaults(Party party, boolean refund, long amount) {
        Set<String> faults = new TreeSet<>();
        if (facts.frozen()) {
            faults.add("dispute-open");
        } else if (!permissions.may(party, "disputes") || (refund && !refundable())) {
            faults.add("illegal-transition");
        }
        if (refund && party == Party.SUPPLIER) {
            faults.clear();
            faults.add("forbidden");
        } else if (amount > facts.held()) {
            faults.add("amount-too-high");
        }
        return faults;
    }

    /** ST-05 to ST-09 (TR-21). */
    private boolean refundable() {
        return facts.status.compareTo(AWAITING_DEPOSIT_CONFIRM) >= 0 && facts.status.compareTo(COMPLETED) < 0;
    }

    void open() {
        facts.frozenAt = facts.now;
    }

    Set<String> decideFaults(boolean granted, long amount) {
        Set<String> faults = new TreeSet<>();
        if (!facts.frozen()) {
            faults.add("illegal-transition");
        }
        if (granted && amount > facts.held()) {
            faults.add("amount-too-high");
        }
        if (granted && amount == NONE && facts.actual != null) {
            faults.add("invalid-field");
        }
        return faults;
    }

    void decide(boolean granted, long amount) {
        long back = amount == NONE ? facts.held() : amount;
        boolean closes = granted && back == facts.held();
        if (granted) {
            money.giveBack(back);
        }
        if (closes) {
            contracts.close();
        } else {
            resume();
            if (back > 0 && granted) {
                money.tally();
            }
        }
    }

    private void resume() {
        Instant since = Objects.requireNonNull(facts.frozenAt);
        facts.frozenAt = null;
        Stream.of(facts.payment, facts.completion, facts.coverageEnd, facts.feedback, facts.reply)
                .forEach(deadline -> deadline.resume(since, facts.now));
        if (facts.releaseWaits) {
            shipment.release();
        }
    }
}
