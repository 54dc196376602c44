package org.tradeassurance.tasklist;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.PageRequest;
import org.tradeassurance.order.Refusal;

/** By what a queue's table is sorted. A task without a date, an amount or an order comes last, first or first. */
record TaskSort(By by, boolean descending) {

    /** The column as the database orders it, and its type. */
    enum By {
        DUE(
                "coalesce(t.due_date_, 'infinity')",
                "timestamp",
                "infinity|\\d{4,6}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?"),
        AMOUNT("coalesce(amount.double_, -1)", "double precision", "-?\\d{1,15}(?:\\.\\d{1,4})?"),
        AGE("t.create_time_", "timestamp", "\\d{4,6}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?"),
        ORDER("coalesce(orders.text_, '')", "text", "[^ ]{0,64}");

        private final String column;
        private final String type;
        private final String format;

        By(String column, String type, String format) {
            this.column = column;
            this.type = type;
            this.format = format;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where a page begins: behind the task with this value. */
    record Start(String value, String taskId) {}

    static TaskSort of(@Nullable String asked, DeskPlan.Sort usual) {
        if (asked == null || asked.isBlank()) {
            return switch (usual) {
                case DUE -> new TaskSort(By.DUE, false);
                case AMOUNT -> new TaskSort(By.AMOUNT, true);
                case AGE -> new TaskSort(By.AGE, true);
            };
        }
        boolean descending = asked.startsWith("-");
        String word = descending ? asked.substring(1) : asked;
        return Arrays.stream(By.values())
                .filter(by -> by.word().equals(word))
                .findFirst()
                .map(by -> new TaskSort(by, descending))
                .orElseThrow(() -> Refusal.invalidField(
                        "sort",
                        "field.one-of",
                        Arrays.stream(By.values())
                                .map(by -> by.word() + ", -" + by.word())
                                .collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + by.word();
    }

    String column() {
        return by.column;
    }

    /** An age ascends from the youngest, its instant descends. */
    boolean columnDescends() {
        return descending != (by == By.AGE);
    }

    String behind() {
        return "(%s, t.id_) %s (cast(:value as %s), :taskId)"
                .formatted(by.column, columnDescends() ? "<" : ">", by.type);
    }

    String order(String column, String id) {
        String direction = columnDescends() ? " desc" : "";
        return column + direction + ", " + id + direction;
    }

    /** What a cursor of this list looks like; one of another order is none. */
    String keyFormat() {
        return Pattern.quote(toString()) + " (?:" + by.format + ") [0-9a-zA-Z-]{1,64}";
    }

    String key(String value, String taskId) {
        return this + " " + value + " " + taskId;
    }

    @Nullable
    Start start(PageRequest page) {
        String key = page.after();
        if (key == null) {
            return null;
        }
        int first = key.indexOf(' ');
        int last = key.lastIndexOf(' ');
        String value = key.substring(first + 1, last);
        if (by.type.equals("timestamp") && !value.equals("infinity")) {
            try {
                LocalDateTime.parse(value.replace(' ', 'T'));
            } catch (DateTimeParseException e) {
                throw (Refusal) Refusal.invalidField("cursor", "field.cursor").initCause(e);
            }
        }
        return new Start(value, key.substring(last + 1));
    }
}
