package org.tradeassurance.shipment;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tradeassurance.process.Choices;
import org.tradeassurance.process.Decisions;

/** The ways that goods may go: each word that the newest {@code auto-completion} has a row of today for (DRF-04, RCV-02). */
@Component
public class Transports implements Choices {

    /** What forms call them. */
    public static final String NAME = "transports";

    /**
     * A way, as contracts name it.
     *
     * @param days until an order completes by itself, counted as the order's tables say
     */
    public record Transport(String code, Name name, int days) {}

    /** What people call it; the code where the table has no name. */
    public record Name(String en, String zh) {}

    private final Decisions decisions;

    Transports(Decisions decisions) {
        this.decisions = decisions;
    }

    /** In the sequence of the rows. */
    public List<Transport> today() {
        return decisions.today(CompletionTable.Of::new).entrySet().stream()
                .map(row -> transport(row.getKey(), row.getValue()))
                .toList();
    }

    private static Transport transport(String code, CompletionTable.Days row) {
        return new Transport(
                code,
                new Name(
                        Objects.requireNonNullElse(row.nameEn(), code), Objects.requireNonNullElse(row.nameZh(), code)),
                row.days());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Choice> offered() {
        return today().stream()
                .map(way -> new Choice(
                        way.code(), way.name().zh() + " / " + way.name().en()))
                .toList();
    }
}
