package org.tradeassurance.rulebook;

import static org.tradeassurance.rulebook.Facts.Party.BUYER;

import java.util.Set;
import java.util.TreeSet;
import org.tradeassurance.rulebook.Facts.Party;
import org.tradeassurance.rulebook.Facts.Status;

/** What a party may do now, by the table of section 15 and the transitions of section 8. */
final class Permissions {

    private final Facts facts;

    Permissions(Facts facts) {
        this.facts = facts;
    }

    boolean may(Party party, String action) {
        return of(party).contains(action);
    }

    /** Nothing while a dispute freezes the order (TR-22). */
    Set<String> shown(Party party) {
        return facts.frozen() ? Set.of() : of(party);
    }

    /** As if no dispute were open. */
    Set<String> of(Party party) {
        Set<String> actions = new TreeSet<>(party == BUYER ? ofBuyer() : ofSupplier());
        if (!facts.terminal() || (facts.is(Status.COMPLETED) && facts.coverageEnd.open(facts.now))) {
            actions.add("disputes");
        }
        return actions;
    }

    private Set<String> ofBuyer() {
        return switch (facts.status) {
            case NEGOTIATING -> negotiating(BUYER);
            case DRAFT -> drafting(BUYER);
            case AWAITING_SUPPLIER_CONFIRM -> Set.of("contract", "reminders", "cancellations");
            case AWAITING_BUYER_CONFIRM -> Set.of("confirmations", "request-modification", "cancellations");
            case AWAITING_DEPOSIT ->
                with(Set.of("pay", "request-modification"), !facts.cancellationAsked, "cancellations");
            case AWAITING_DEPOSIT_TOPUP -> with(Set.of("pay"), facts.proposed != null, "confirmations");
            case AWAITING_DEPOSIT_CONFIRM, AWAITING_SHIPMENT -> with(Set.of(), facts.proposed != null, "confirmations");
            case SHIPPED_AWAITING_BALANCE -> Set.of("pay");
            case AWAITING_RECEIPT -> Set.of("goods-receipt");
            case COMPLETED -> with(Set.of(), !facts.commented && facts.feedback.open(facts.now), "feedback");
            case CLOSED -> Set.of();
        };
    }

    private Set<String> ofSupplier() {
        return switch (facts.status) {
            case NEGOTIATING -> negotiating(Party.SUPPLIER);
            case DRAFT -> drafting(Party.SUPPLIER);
            case AWAITING_SUPPLIER_CONFIRM -> Set.of("confirmations", "contract", "cancellations");
            case AWAITING_BUYER_CONFIRM -> Set.of("contract", "copy-link", "reminders", "cancellations");
            case AWAITING_DEPOSIT ->
                with(
                        with(Set.of("contract", "copy-link", "reminders"), facts.payment.passed(facts.now), "closure"),
                        facts.cancellationAsked,
                        "decision");
            case AWAITING_DEPOSIT_CONFIRM -> Set.of("deposit-acceptance", "contract", "export-orders", "copy-link");
            case AWAITING_DEPOSIT_TOPUP -> Set.of("contract", "export-orders", "copy-link", "reminders");
            case AWAITING_SHIPMENT ->
                with(Set.of("export-orders", "contract", "copy-link"), !facts.declared, "shipment-declaration");
            case SHIPPED_AWAITING_BALANCE -> with(Set.of("reminders"), facts.balanceOffered, "balance-acceptance");
            case AWAITING_RECEIPT -> Set.of("reminders");
            case COMPLETED -> with(Set.of(), facts.reply.open(facts.now), "reply");
            case CLOSED -> Set.of();
        };
    }

    private Set<String> negotiating(Party party) {
        boolean may = facts.terms.complete() && !facts.confirmedBy(party);
        return with(Set.of("contract", "reminders", "cancellations"), may, "confirmations");
    }

    private Set<String> drafting(Party party) {
        boolean open = !facts.submitted && facts.drafter() == party;
        return with(with(Set.of("cancellations"), open, "submission"), open, "contract");
    }

    private static Set<String> with(Set<String> actions, boolean condition, String more) {
        Set<String> all = new TreeSet<>(actions);
        if (condition) {
            all.add(more);
        }
        return all;
    }
}
