package org.tradeassurance.golden;

import java.util.List;
import java.util.stream.Stream;
import org.tradeassurance.acceptance.Draft;

/** How an order comes to where it waits: what its draft says, what is done then, and until when. */
record Way(List<String> changes, List<Act> acts, String until, boolean changedTables) {

    static final String BEGIN = "2015-11-01T09:00:00";

    static final Way OPENED = new Way(List.of(), List.of(), BEGIN, false);
    static final Way OFFERED = OPENED.then(Act.runs());
    static final Way AGREED = OFFERED.then(Act.buyerConfirms());
    static final Way PAID = AGREED.then(Act.money("12000.00"), Act.runs());
    static final Way SHIPPED = PAID.then(Act.cleared(), Act.post("shipment-declaration", "{}"));
    static final Way SETTLED = SHIPPED.then(Act.money("28000.00"));
    static final Way RECEIVED = SETTLED.then(Act.post("goods-receipt", "{}"));

    /** What the draft says in a place. */
    Way with(String pointer, String value) {
        return new Way(
                Stream.concat(changes.stream(), Stream.of(pointer, value)).toList(), acts, until, changedTables);
    }

    Way lines(String... categories) {
        return with("/lines", Act.lines(categories));
    }

    Way then(Act... more) {
        return new Way(changes, Stream.concat(acts.stream(), Stream.of(more)).toList(), until, changedTables);
    }

    /** Waits until a local time of Asia/Shanghai. */
    Way until(String local) {
        return new Way(changes, then(Act.later(local)).acts(), local, changedTables);
    }

    Way underChangedTables() {
        return new Way(changes, acts, until, true);
    }

    Draft draft(Draft draft) {
        Draft changed = draft;
        for (int i = 0; i < changes.size(); i += 2) {
            changed = changed.with(changes.get(i), changes.get(i + 1));
        }
        return changed;
    }
}
