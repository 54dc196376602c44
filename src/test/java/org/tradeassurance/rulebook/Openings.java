package org.tradeassurance.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.tradeassurance.rulebook.Facts.Origin;
import org.tradeassurance.rulebook.Terms.Amounts;
import org.tradeassurance.rulebook.Terms.Mode;
import org.tradeassurance.rulebook.Terms.Transport;

/** Contracts and how orders begin. Money in cents of US dollars. */
final class Openings {

    private static final List<Long> PRICES = List.of(40_000_00L, 40_000_00L, 3_000_00L, 1_00L, 100_37L);

    /** Before and while an order earns points (PNT-01). */
    private static final List<Instant> STARTS =
            List.of(Instant.parse("2015-11-01T01:00:00Z"), Instant.parse("2016-01-20T16:30:00Z"));

    private Openings() {}

    static Arbitrary<Move> moves() {
        Arbitrary<Origin> origins = Arbitraries.of(Origin.class);
        Arbitrary<Long> limits = Arbitraries.frequency(Tuple.of(4, 119_000_00L), Tuple.of(1, 40_000_00L));
        Arbitrary<Boolean> submits = Arbitraries.frequency(Tuple.of(5, true), Tuple.of(1, false));
        return Arbitraries.of(STARTS)
                .flatMap(start -> Combinators.combine(
                                origins, contracts(LocalDate.ofInstant(start, Facts.ZONE)), limits, submits)
                        .as((origin, terms, limit, submit) ->
                                open(start, new Facts(origin, terms, limit, start), submit)));
    }

    private static Move open(Instant start, Facts facts, boolean submit) {
        String text = "open %s%s on %s: %s; quota %s"
                .formatted(facts.origin, submit ? "" : " unsubmitted", start, facts.terms, Terms.money(facts.limit));
        return new Move(
                text, play -> play.open(new Facts(facts.origin, facts.terms, facts.limit, start), submit, start));
    }

    static Arbitrary<Terms> contracts(LocalDate today) {
        return Combinators.combine(
                        amounts(),
                        Arbitraries.of(Mode.class),
                        Arbitraries.of(Transport.class),
                        Arbitraries.of(0, 4, 30),
                        Arbitraries.frequency(Tuple.of(12, true), Tuple.of(1, false)),
                        Arbitraries.of(true, false))
                .as((amounts, mode, transport, days, complete, card) -> new Terms(
                        amounts, mode, transport, days == 0 ? null : today.plusDays(days), 15, complete, card));
    }

    private static Arbitrary<Amounts> amounts() {
        return Combinators.combine(
                        Arbitraries.of(PRICES),
                        Arbitraries.of(0L, 50L),
                        Arbitraries.of(0L, 37L),
                        Arbitraries.of(30, 30, 80, 100))
                .as((products, freight, adjustment, percent) ->
                        new Amounts(products, freight, adjustment, (products + freight - adjustment) * percent / 100));
    }

    /** Once in a while a contract that does not add up (AMT-03). */
    static Arbitrary<Terms> revisions(LocalDate today) {
        return Combinators.combine(contracts(today), Arbitraries.frequency(Tuple.of(12, 0L), Tuple.of(1, 1L)))
                .as((terms, excess) -> excess == 0 ? terms : overdrawn(terms));
    }

    private static Terms overdrawn(Terms terms) {
        Amounts amounts = terms.amounts();
        return new Terms(
                new Amounts(amounts.products(), amounts.freight(), amounts.adjustment(), terms.total() + 1),
                terms.mode(),
                terms.transport(),
                terms.shipOn(),
                terms.shipAfter(),
                terms.complete(),
                terms.card());
    }
}
