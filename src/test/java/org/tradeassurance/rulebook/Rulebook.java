package org.tradeassurance.rulebook;

import static org.tradeassurance.rulebook.Facts.Status.AWAITING_DEPOSIT_CONFIRM;
import static org.tradeassurance.rulebook.Facts.Status.AWAITING_RECEIPT;
import static org.tradeassurance.rulebook.Facts.Status.COMPLETED;
import static org.tradeassurance.rulebook.Facts.Status.SHIPPED_AWAITING_BALANCE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.rulebook.Facts.Export;
import org.tradeassurance.rulebook.Facts.Party;

/**
 * One order as the rule catalogue wants it. Each command answers the codes it may be refused with, all that apply; none means that it is
 * accepted and has its effect.
 */
final class Rulebook {

    private static final Duration BETWEEN_REMINDERS = Duration.ofHours(1);

    final Facts facts;
    final Permissions permissions;
    final MoneyRules money;
    final ShipmentRules shipment;
    final ContractRules contracts;
    final DisputeRules disputes;

    Rulebook(Facts facts) {
        this.facts = facts;
        this.shipment = new ShipmentRules(facts);
        this.money = new MoneyRules(facts, shipment);
        this.permissions = new Permissions(facts);
        this.contracts = new ContractRules(facts, permissions, money, shipment);
        this.disputes = new DisputeRules(facts, permissions, money, shipment, contracts);
    }

    /** Refused while frozen (TR-22); what has another fault as well may say either. */
    private Set<String> command(Set<String> faults, Runnable effect) {
        Set<String> all = new TreeSet<>(faults);
        if (facts.frozen()) {
            all.add("order-frozen");
        }
        if (all.isEmpty()) {
            effect.run();
        }
        return all;
    }

    private Set<String> permitted(Party party, String action, Runnable effect) {
        return command(permissions.may(party, action) ? Set.of() : Set.of("illegal-transition"), effect);
    }

    Set<String> submit() {
        return command(contracts.submitFaults(), contracts::submit);
    }

    /** @param match the version in If-Match, 0 without one */
    Set<String> revise(Party party, Terms terms, int match) {
        Set<String> faults = new TreeSet<>(contracts.reviseFaults(party, terms));
        if (match == 0) {
            faults.add("if-match-missing");
        } else if (match != facts.version) {
            faults.add("contract-changed");
        }
        return command(faults, () -> contracts.revise(terms));
    }

    Set<String> confirm(Party party, int version) {
        return command(contracts.confirmFaults(party, version), () -> contracts.confirm(party, version));
    }

    Set<String> cancel(Party party) {
        return command(contracts.cancelFaults(party), contracts::cancel);
    }

    Set<String> answerCancellation(boolean accept) {
        return permitted(Party.SUPPLIER, "decision", () -> contracts.answerCancellation(accept));
    }

    Set<String> close() {
        return command(contracts.closureFaults(), contracts::close);
    }

    Set<String> acceptDeposit() {
        boolean may = facts.is(AWAITING_DEPOSIT_CONFIRM);
        return command(may ? Set.of() : Set.of("illegal-transition"), money::acceptDeposit);
    }

    Set<String> acceptBalance() {
        Set<String> faults = facts.balanceOffered ? Set.of() : Set.of("illegal-transition");
        return command(faults, () -> shipment.settle(facts.now));
    }

    Set<String> remind(Party party) {
        Set<String> faults = new TreeSet<>();
        Instant last = party == Party.BUYER ? facts.buyerReminded : facts.supplierReminded;
        if (!permissions.may(party, "reminders")) {
            faults.add("illegal-transition");
        }
        if (last != null && facts.now.isBefore(last.plus(BETWEEN_REMINDERS))) {
            faults.add("too-many-requests");
        }
        return command(faults, () -> {
            if (party == Party.BUYER) {
                facts.buyerReminded = facts.now;
            } else {
                facts.supplierReminded = facts.now;
            }
        });
    }

    /** @param clearedOn what was said of the export order before it was linked */
    Set<String> link(@Nullable String number, @Nullable LocalDate clearedOn) {
        return permitted(Party.SUPPLIER, "export-orders", () -> shipment.link(number, clearedOn));
    }

    Set<String> unlink(String number) {
        Export export = shipment.linked(number);
        Set<String> faults = new TreeSet<>();
        if (export == null) {
            faults.add("not-found");
        } else if (export.clearedOn != null) {
            faults.add("export-order-cleared");
        }
        if (!permissions.may(Party.SUPPLIER, "export-orders")) {
            faults.add("illegal-transition");
        }
        return command(faults, () -> shipment.unlink(Objects.requireNonNull(export)));
    }

    Set<String> declare() {
        Set<String> faults = new TreeSet<>();
        if (!permissions.may(Party.SUPPLIER, "shipment-declaration")) {
            faults.add("illegal-transition");
        } else if (facts.exports.isEmpty()) {
            faults.add("no-export-order");
        }
        return command(faults, shipment::declare);
    }

    Set<String> receive() {
        Set<String> faults = new TreeSet<>();
        if (facts.is(SHIPPED_AWAITING_BALANCE)) {
            faults.add("balance-unpaid");
        } else if (!facts.is(AWAITING_RECEIPT)) {
            faults.add("illegal-transition");
        }
        return command(faults, () -> shipment.complete(false));
    }

    Set<String> comment() {
        Set<String> faults = new TreeSet<>();
        if (facts.commented) {
            faults.add("feedback-exists");
        } else if (!permissions.may(Party.BUYER, "feedback")) {
            faults.add("illegal-transition");
        }
        return command(faults, shipment::comment);
    }

    Set<String> reply() {
        return permitted(Party.SUPPLIER, "reply", facts.reply::clear);
    }

    Set<String> openDispute(Party party, boolean refund, long amount) {
        Set<String> faults = disputes.openFaults(party, refund, amount);
        if (faults.isEmpty()) {
            disputes.open();
        }
        return faults;
    }

    Set<String> decideDispute(boolean granted, long amount) {
        Set<String> faults = disputes.decideFaults(granted, amount);
        if (faults.isEmpty()) {
            disputes.decide(granted, amount);
        }
        return faults;
    }

    /** The export service answers, and what is due by now happens. */
    void runJobs() {
        if (facts.exportCheckRuns) {
            contracts.present();
        }
        if (facts.exportOrderRuns) {
            facts.exportOrderRuns = false;
            shipment.link(null, null);
        }
        runTimers(facts.now);
    }

    void advance(Duration duration) {
        runJobs();
        runTimers(facts.now.plus(duration));
    }

    /** Timers of a frozen order stand still (AMB-15). */
    private void runTimers(Instant end) {
        Instant completion = facts.completion.due();
        if (!facts.frozen() && facts.is(AWAITING_RECEIPT) && completion != null && !completion.isAfter(end)) {
            facts.now = completion.isAfter(facts.now) ? completion : facts.now;
            shipment.complete(true);
        }
        if (!facts.frozen() && facts.is(COMPLETED) && facts.coverageEnd.passed(end)) {
            shipment.release();
        }
        facts.now = end;
    }
}
