package org.tradeassurance.rulebook;

import static org.tradeassurance.rulebook.Facts.Status.AWAITING_DEPOSIT;
import static org.tradeassurance.rulebook.Facts.Status.AWAITING_DEPOSIT_CONFIRM;
import static org.tradeassurance.rulebook.Facts.Status.AWAITING_DEPOSIT_TOPUP;
import static org.tradeassurance.rulebook.Facts.Status.AWAITING_SHIPMENT;
import static org.tradeassurance.rulebook.Facts.Status.CLOSED;
import static org.tradeassurance.rulebook.Facts.Status.COMPLETED;
import static org.tradeassurance.rulebook.Facts.Status.SHIPPED_AWAITING_BALANCE;

import java.time.LocalDate;

/** Money that comes in and goes back (PAY, TOL, BAL, PNT-01, TR-10 to TR-18). */
final class MoneyRules {

    /** TOL-01 to TOL-03. */
    enum Verdict {
        ACCEPT,
        CONFIRM,
        TOP_UP
    }

    private static final long TOLERANCE = 100_00;
    private static final long PERCENT = 5;
    private static final LocalDate POINTS_FROM = LocalDate.parse("2016-01-28");

    private final Facts facts;
    private final ShipmentRules shipment;

    MoneyRules(Facts facts, ShipmentRules shipment) {
        this.facts = facts;
        this.shipment = shipment;
    }

    static Verdict verdict(long expected, long received) {
        long shortfall = expected - received;
        if (shortfall * 100 > expected * PERCENT) {
            return Verdict.TOP_UP;
        }
        return shortfall > TOLERANCE ? Verdict.CONFIRM : Verdict.ACCEPT;
    }

    /** BAL-03: the contract's balance less the surplus of the deposit. */
    Verdict balanceVerdict() {
        return verdict(facts.terms.balance() - facts.surplus, facts.balance - facts.surplus);
    }

    /** The state of a remittance that names the order (section 4 of the contract); it may be a pay-out that came back (BNK-09). */
    String receive(long amount, String method, String currency) {
        if (!currency.equals("USD")) {
            return "PARKED";
        }
        if (facts.is(CLOSED) || facts.paidOut.contains(amount)) {
            facts.unmatched.add(amount);
            return "SUSPENSE";
        }
        if (facts.is(COMPLETED)) {
            facts.refund += amount;
            return "APPLIED";
        }
        if (!allowed(method)) {
            facts.unmatched.add(amount);
            return "PARKED";
        }
        facts.pending.add(amount);
        if (facts.status.compareTo(AWAITING_DEPOSIT) < 0 || facts.exportCheckRuns) {
            return "PENDING";
        }
        postPending();
        return "APPLIED";
    }

    /** A card only where the contract offers it, the balance by T/T only (PAY-09, AMB-21). */
    private boolean allowed(String method) {
        return switch (method) {
            case "TT" -> true;
            case "CREDIT_CARD" -> facts.depositAccepted == null && facts.terms.card();
            default -> facts.depositAccepted == null;
        };
    }

    /** Every posting asks the table again (TOL-05). */
    void postPending() {
        if (facts.pending.isEmpty()) {
            return;
        }
        for (long amount : facts.pending) {
            long counted = Math.min(amount, Math.max(0, facts.terms.total() - facts.held()));
            facts.refund += amount - counted;
            facts.lastCounted = counted > 0 ? facts.now : facts.lastCounted;
            if (facts.depositAccepted == null) {
                facts.deposit += counted;
            } else {
                facts.balance += counted;
            }
        }
        facts.pending.clear();
        if (facts.effectiveAt == null) {
            facts.effectiveAt = facts.now;
            facts.points = facts.today().isBefore(POINTS_FROM) ? 0 : 100;
            facts.exportOrderRuns = true;
        }
        tally();
    }

    /** TR-10 to TR-15, TR-18. */
    void tally() {
        if (facts.depositAccepted == null) {
            switch (verdict(facts.terms.deposit(), facts.deposit)) {
                case ACCEPT -> acceptDeposit();
                case CONFIRM -> facts.status = AWAITING_DEPOSIT_CONFIRM;
                case TOP_UP -> facts.status = AWAITING_DEPOSIT_TOPUP;
            }
        } else if (facts.is(SHIPPED_AWAITING_BALANCE)) {
            tallyBalance();
        }
    }

    /** TR-18, BAL-03. */
    void tallyBalance() {
        facts.balanceOffered = balanceVerdict() == Verdict.CONFIRM;
        if (balanceVerdict() == Verdict.ACCEPT) {
            shipment.settle(facts.now);
        }
    }

    /** The deposit leg closes; its surplus is balance (TOL-04). */
    void acceptDeposit() {
        facts.status = AWAITING_SHIPMENT;
        facts.depositAccepted = facts.now;
        moveSurplus();
    }

    void moveSurplus() {
        long more = Math.max(0, facts.deposit - facts.terms.deposit());
        facts.deposit -= more;
        facts.balance += more;
        facts.surplus += more;
    }

    /** The finance desk pays what is due for refund, or a bank sends it back: then it is due again (TOL-04, BNK-09). */
    void payOut(long amount, boolean returned) {
        facts.refund += returned ? amount : -amount;
        if (returned) {
            facts.paidOut.remove(Long.valueOf(amount));
        } else {
            facts.paidOut.add(amount);
        }
    }

    /** The finance desk sends back to its payer what no order takes: the order that it named shows it as due (AMB-28). */
    void sendBack(long amount) {
        facts.unmatched.remove(Long.valueOf(amount));
        facts.refund += amount;
    }

    /** The deposit goes back before the balance, the latest money first (TR-22). */
    void giveBack(long amount) {
        long fromDeposit = Math.min(amount, facts.deposit);
        facts.deposit -= fromDeposit;
        facts.balance -= amount - fromDeposit;
        facts.surplus = Math.min(facts.surplus, facts.balance);
        facts.refund += amount;
    }
}
