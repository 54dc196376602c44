package org.tradeassurance.order;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a list of orders is sorted by. Orders of one value go by their number; those with nothing due come last, whatever the direction. */
record OrderSort(Key key, boolean descending) {

    private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z";

    /** Whose values: as the row has them, and as a cursor writes them. */
    enum Key {
        CREATED("created_at", INSTANT, "timestamptz"),
        DUE("next_due_at", INSTANT + "|-", "timestamptz"),
        TOTAL("total", "\\d{1,15}\\.\\d\\d", "numeric");

        final String column;
        private final String format;
        private final String type;

        Key(String column, String format, String type) {
            this.column = column;
            this.format = format;
            this.type = type;
        }
    }

    /** Behind which order a page begins; the value is null where nothing is due. */
    record Position(@Nullable String value, String orderNo) {}

    /**
     * Reads the parameter of that name.
     *
     * @throws Refusal {@code invalid-field} if it is none of the sorts
     */
    static OrderSort of(@Nullable String sort) {
        if (sort == null || sort.isBlank()) {
            return new OrderSort(Key.CREATED, true);
        }
        return all().stream()
                .filter(known -> known.code().equals(sort))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidField(
                        "sort",
                        "field.one-of",
                        all().stream().map(OrderSort::code).collect(Collectors.joining(", "))));
    }

    private static List<OrderSort> all() {
        return Arrays.stream(Key.values())
                .flatMap(key -> List.of(new OrderSort(key, false), new OrderSort(key, true)).stream())
                .toList();
    }

    private String code() {
        return (descending ? "-" : "") + key.name().toLowerCase(Locale.ROOT);
    }

    /** What the cursors of this sort look like, and of no other. */
    String cursorFormat() {
        return code() + " (" + key.format + ") \\d{14}";
    }

    String cursor(OrderView view) {
        String value = switch (key) {
            case CREATED -> view.createdAt().toString();
            case TOTAL -> view.amounts().total().toString();
            case DUE ->
                view.deadlines().next() == null
                        ? "-"
                        : view.deadlines().next().at().toString();
        };
        return code() + " " + value + " " + view.orderNo();
    }

    /**
     * Where a page begins.
     *
     * @throws Refusal {@code invalid-field} if the cursor has a date that no calendar has
     */
    @Nullable
    Position position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = cursor.split(" ", -1);
        if (parts[1].equals("-")) {
            return new Position(null, parts[2]);
        }
        try {
            return new Position(
                    key == Key.TOTAL ? parts[1] : BusinessTime.instant(parts[1]).toString(), parts[2]);
        } catch (DateTimeException e) {
            throw (Refusal) Refusal.invalidField("cursor", "field.cursor").initCause(e);
        }
    }

    /** As SQL says it, of all orders. */
    String order() {
        return "o." + key.column + direction() + (key == Key.DUE ? " nulls last, " : ", ") + byNumber();
    }

    /** The same of orders that have a value, as the index has them. */
    String byValue() {
        return "o." + key.column + direction() + ", " + byNumber();
    }

    String byNumber() {
        return "o.order_no" + direction();
    }

    private String direction() {
        return descending ? " desc" : "";
    }

    /** The orders behind a position, of those that have a value. */
    String behind() {
        return "(o." + key.column + ", o.order_no) " + (descending ? "<" : ">") + " (:value::" + key.type
                + ", :orderNo)";
    }

    String behindNumber() {
        return "o.order_no " + (descending ? "<" : ">") + " :orderNo";
    }
}
