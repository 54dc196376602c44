package org.tradeassurance.rulebook;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.tradeassurance.rulebook.Facts.Party;
import org.tradeassurance.rulebook.Facts.Status;

/** What may come next in a chain: mostly what the rules allow and what brings the order on, some of it not. */
final class Moves {

    private static final int ONWARD = 16;
    private static final int DESK = 8;
    private static final int ASIDE = 3;
    private static final int ILLEGAL = 1;

    private final Play play;
    private final Rulebook book;
    private final Facts facts;
    private final List<Tuple2<Integer, Arbitrary<Move>>> moves = new ArrayList<>();

    private Moves(Play play, Rulebook book) {
        this.play = play;
        this.book = book;
        this.facts = book.facts;
    }

    static Arbitrary<Move> of(Play play) {
        Rulebook book = play.book();
        return book == null ? Openings.moves() : new Moves(play, book).all();
    }

    private Arbitrary<Move> all() {
        contract();
        commands();
        money();
        exports();
        disputes();
        around();
        return Arbitraries.frequencyOf(moves);
    }

    private void add(int weight, Arbitrary<Move> move) {
        if (weight > 0) {
            moves.add(Tuple.of(weight, move));
        }
    }

    private int weight(Party party, String action, int legal) {
        return book.permissions.shown(party).contains(action) ? legal : ILLEGAL;
    }

    private void contract() {
        for (Party party : Party.values()) {
            int version = facts.proposed != null && party == Party.BUYER ? facts.proposedVersion : facts.version;
            add(weight(party, "confirmations", ONWARD), Arbitraries.just(confirm(party, version)));
            add(
                    weight(party, "contract", ASIDE),
                    Combinators.combine(
                                    Openings.revisions(facts.today()),
                                    Arbitraries.frequency(
                                            Tuple.of(14, facts.version),
                                            Tuple.of(1, 0),
                                            Tuple.of(1, facts.version + 1)))
                            .as((terms, match) -> revise(party, terms, match)));
        }
        add(ILLEGAL, Arbitraries.of(confirm(Party.BUYER, facts.latest + 1), confirm(Party.BUYER, facts.version)));
    }

    private static Move confirm(Party party, int version) {
        return new Move(
                "%s confirms: version %d".formatted(party, version),
                play -> play.act(
                        party,
                        "/confirmations",
                        "\"contractVersion\": " + version,
                        book -> book.confirm(party, version)));
    }

    private static Move revise(Party party, Terms terms, int match) {
        return new Move(
                "%s revises: version %s, %s".formatted(party, match == 0 ? "?" : match, terms),
                play -> play.revise(party, terms, match));
    }

    private void commands() {
        command(Party.SUPPLIER, "submission", ONWARD, "submission", "", Rulebook::submit);
        for (Party party : Party.values()) {
            command(party, "cancellations", ILLEGAL, "cancellations", "\"reason\": \"x\"", book -> book.cancel(party));
            command(party, "reminders", ASIDE, "reminders", "", book -> book.remind(party));
        }
        for (boolean accept : new boolean[] {true, false}) {
            command(
                    Party.SUPPLIER,
                    "decision",
                    ASIDE,
                    "cancellations/decision",
                    "\"accept\": " + accept,
                    book -> book.answerCancellation(accept));
        }
        command(Party.SUPPLIER, "closure", ASIDE, "closure", "\"reason\": \"x\"", Rulebook::close);
        command(Party.SUPPLIER, "deposit-acceptance", ONWARD, "deposit-acceptance", "", Rulebook::acceptDeposit);
        command(Party.SUPPLIER, "balance-acceptance", ONWARD, "balance-acceptance", "", Rulebook::acceptBalance);
        command(Party.SUPPLIER, "shipment-declaration", ONWARD, "shipment-declaration", "", Rulebook::declare);
        command(Party.BUYER, "goods-receipt", ONWARD / 2, "goods-receipt", "", Rulebook::receive);
        command(Party.BUYER, "feedback", ONWARD, "feedback", "\"text\": \"Good\"", Rulebook::comment);
        command(Party.SUPPLIER, "reply", ONWARD, "feedback/reply", "\"text\": \"Thanks\"", Rulebook::reply);
    }

    private void command(
            Party party, String action, int legal, String path, String fields, Function<Rulebook, Set<String>> rule) {
        Party asked = action.equals("submission") ? facts.drafter() : party;
        Move move = new Move(
                asked + " " + path + (fields.isEmpty() ? "" : ": " + fields),
                play -> play.act(asked, "/" + path, fields, rule));
        add(weight(asked, action, legal), Arbitraries.just(move));
    }

    /** Amounts at and beside the limits of the legs and of the tolerance (TOL, BAL-03). */
    private void money() {
        long due = facts.depositAccepted == null
                ? facts.terms.deposit() - facts.deposit
                : facts.terms.balance() - facts.balance;
        long slightly = due - facts.terms.deposit() * 4 / 100;
        Arbitrary<Long> exact = Arbitraries.just(Math.max(1, due));
        long rest = facts.terms.total() - facts.held();
        long[] amounts = {
            due - 100_00, due - 100_01, slightly, due / 2, due + 20_00, rest, facts.terms.total() + 5_00, 1
        };
        Arbitrary<Long> odd = Arbitraries.of(
                LongStream.of(amounts).filter(amount -> amount > 0).boxed().toList());
        boolean owed = book.permissions.shown(Party.BUYER).contains("pay") || facts.is(Status.AWAITING_DEPOSIT_CONFIRM);
        boolean soon = owed || facts.is(Status.AWAITING_SHIPMENT);
        add(owed ? ONWARD : ILLEGAL, exact.map(amount -> remit(amount, "TT", "USD")));
        add(soon ? ASIDE * 2 : ILLEGAL, odd.map(amount -> remit(amount, "TT", "USD")));
        add(
                soon ? ASIDE : ILLEGAL,
                Combinators.combine(
                                odd,
                                Arbitraries.of("CREDIT_CARD", "E_CHECKING"),
                                Arbitraries.frequency(Tuple.of(4, "USD"), Tuple.of(1, "EUR")))
                        .as(Moves::remit));
        add(soon ? ASIDE : ILLEGAL, Hands.unheard(exact.map(amount -> remit(amount, "TT", "USD"))));
        add(play.bank().hasNotified() ? ILLEGAL * 2 : 0, Arbitraries.of(Bank.TELLS_AGAIN, Bank.USES_REFERENCE_AGAIN));
        add(facts.refund > 0 ? DESK : 0, Arbitraries.just(Bank.PAYS_BACK));
        add(facts.paidOut.isEmpty() ? 0 : DESK, Arbitraries.just(Bank.COMES_BACK));
        add(facts.unmatched.isEmpty() ? 0 : DESK, Arbitraries.just(Bank.GIVES_BACK));
    }

    private static Move remit(long amount, String method, String currency) {
        return new Move(
                "remittance: %s %s by %s".formatted(Terms.money(amount), currency, method),
                play -> play.bank().remit(amount, method, currency));
    }

    private void exports() {
        int linking = weight(Party.SUPPLIER, "export-orders", ASIDE);
        add(linking, Arbitraries.just(new Move("link a new export order", step -> step.link(null))));
        if (facts.effectiveAt != null) {
            add(ILLEGAL, days().map(on -> clear(play.early, on)));
        }
        play.clearedEarly.keySet().forEach(number -> add(linking, Arbitraries.just(link(number))));
        facts.exports.forEach(export -> {
            String number = export.number == null ? play.early : export.number;
            boolean onward = export.clearedOn == null && facts.is(Status.AWAITING_SHIPMENT);
            add(onward ? ONWARD : ILLEGAL, days().map(on -> clear(number, on)));
            add(onward ? ASIDE : ILLEGAL, Hands.unheard(days().map(on -> clear(number, on))));
            add(ILLEGAL, Arbitraries.just(new Move("unlink: " + number, step -> step.unlink(number))));
        });
    }

    private static Move link(String number) {
        return new Move("link: " + number, play -> play.link(number));
    }

    private static Move clear(String number, LocalDate on) {
        return new Move("cleared: %s on %s".formatted(number, on), play -> play.clear(number, on));
    }

    private Arbitrary<LocalDate> days() {
        LocalDate agreed = facts.agreedShipDate();
        return Arbitraries.of(Stream.of(
                        facts.today(),
                        facts.today().minusDays(3),
                        facts.today().minusDays(20),
                        agreed,
                        agreed == null ? null : agreed.plusDays(1))
                .filter(day -> day != null && !day.isAfter(facts.today()))
                .map(Objects::requireNonNull)
                .distinct()
                .toList());
    }

    private void disputes() {
        Arbitrary<Long> claims = Arbitraries.of(DisputeRules.NONE, facts.held() + 1, Math.max(1, facts.held() / 3));
        Arbitrary<Move> open = Combinators.combine(Arbitraries.of(Party.class), Arbitraries.of(true, false), claims)
                .as((party, refund, amount) -> new Move(
                        "%s disputes: %s of %s".formatted(party, refund ? "REFUND" : "COMPLAINT", named(amount)),
                        step -> step.act(
                                party,
                                "/disputes",
                                "\"kind\": \"%s\", \"reason\": \"x\"%s"
                                        .formatted(refund ? "REFUND" : "COMPLAINT", field(amount)),
                                rules -> rules.openDispute(party, refund, amount))));
        Arbitrary<Long> grants = Arbitraries.of(
                DisputeRules.NONE, facts.held() + 1, Math.max(1, facts.held()), Math.max(1, facts.held() / 3));
        Arbitrary<Move> decide = Combinators.combine(
                        Arbitraries.frequency(Tuple.of(4, "DISMISSED"), Tuple.of(1, "REFUND"), Tuple.of(1, "AGREED")),
                        grants)
                .as(Moves::decide);
        add(facts.frozen() ? ILLEGAL : ASIDE, open);
        add(facts.frozen() ? ONWARD : ILLEGAL, decide);
    }

    private static Move decide(String outcome, long amount) {
        boolean granted = !outcome.equals("DISMISSED");
        long given = granted ? amount : DisputeRules.NONE;
        return new Move(
                "dispute decided: %s %s".formatted(outcome, named(given)),
                play -> play.decide(
                        "\"outcome\": \"%s\", \"reason\": \"x\"%s".formatted(outcome, field(given)),
                        book -> book.decideDispute(granted, given)));
    }

    private static String named(long amount) {
        return amount == DisputeRules.NONE ? "no amount" : Terms.money(amount);
    }

    private static String field(long amount) {
        return amount == DisputeRules.NONE ? "" : ", \"amount\": \"" + Terms.money(amount) + "\"";
    }

    /** Time, deliveries twice, and strangers. */
    private void around() {
        Arbitrary<Duration> jumps = Arbitraries.of(Stream.concat(
                        Stream.of(
                                Duration.ofMinutes(59),
                                Duration.ofHours(1),
                                Duration.ofDays(1),
                                Duration.ofDays(4),
                                Duration.ofDays(17)),
                        Stream.of(facts.payment, facts.completion, facts.coverageEnd, facts.feedback, facts.reply)
                                .map(Deadline::due)
                                .filter(due -> due != null && due.isAfter(facts.now.plusSeconds(1)))
                                .flatMap(this::around))
                .toList());
        add(ASIDE * 2, jumps.map(jump -> new Move("clock: " + jump, step -> step.advance(jump))));
        add(ASIDE, Hands.unheard(Arbitraries.just(new Move("nothing", step -> {}))));
        if (play.again()) {
            add(ASIDE, Arbitraries.just(new Move("the same command again", Play::repeat)));
        }
        add(
                ILLEGAL,
                Arbitraries.of(
                        intrusion("buyer-globex", "", 404),
                        intrusion("supplier-S-1002", "", 404),
                        intrusion("buyer-globex", "/cancellations", 404),
                        intrusion("supplier-S-1002", "/closure", 404),
                        intrusion("buyer-acme", "/shipment-declaration", 403),
                        intrusion("bank", "/goods-receipt", 403),
                        intrusion("export-service", "", 403)));
    }

    /** A second before a deadline and the deadline itself. */
    private Stream<Duration> around(Instant due) {
        Duration left = Duration.between(facts.now, due);
        return Stream.of(left.minusSeconds(1), left);
    }

    private static Move intrusion(String account, String path, int status) {
        return new Move(
                "%s intrudes: %s".formatted(account, path.isEmpty() ? "reads" : path),
                play -> play.intrude(account, path, status));
    }
}
