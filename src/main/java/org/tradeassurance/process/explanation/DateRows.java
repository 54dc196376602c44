package org.tradeassurance.process.explanation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.DecisionTaken;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.process.Deadline;

/** Which of the decisions about an order a date comes from. */
final class DateRows {

    /** The words of an expression: texts in quotes, and the bean that it asks. */
    private static final Pattern WORD = Pattern.compile("['\"](\\w+)['\"]|[{\\s](\\w+)\\.");

    /** The bean {@code order} gives what stands in the order's row, and names no row of a table. */
    private static final String ROW = "ORDER";

    private static final String COMPLETION = "auto-completion";

    /** A date of the order's row and the decision that it comes from. */
    private record Dated(Function<Order, @Nullable Instant> date, Predicate<DecisionTaken> decision) {}

    private static final List<Dated> DATES = List.of(
            new Dated(order -> order.deadlines().paymentDueAt(), says(Deadline.PAYMENT_WINDOW)),
            new Dated(order -> order.deadlines().topUpChaseAt(), says(Deadline.TOP_UP_CHASE)),
            new Dated(order -> order.shipment().shipByEndsAt(), says(Deadline.SHIP_BY)),
            new Dated(
                    order -> order.deadlines().balanceChaseAt(),
                    said -> said.table().equals(COMPLETION)),
            new Dated(
                    order -> order.deadlines().autoCompleteAt(),
                    said -> said.table().equals(COMPLETION)),
            new Dated(order -> order.deadlines().coverageEndsAt(), says(Deadline.COVERAGE_END)),
            new Dated(order -> order.deadlines().feedbackDueAt(), says(Deadline.FEEDBACK)),
            new Dated(order -> order.deadlines().replyDueAt(), says(Deadline.REPLY)));

    private final Order order;
    private final List<DecisionTaken> latestFirst;

    /** @param kept what tables have said about the order, oldest first */
    DateRows(Order order, List<OperationRecord.Kept> kept) {
        this.order = order;
        this.latestFirst =
                new ArrayList<>(kept.stream().map(OperationRecord.Kept::said).toList());
        Collections.reverse(latestFirst);
    }

    /** @param expression of the model, that gave the date; null where nobody knows, as in orders from before decisions were kept */
    @Nullable
    DecisionTaken of(Instant date, String expression) {
        Set<String> words = WORD.matcher(expression)
                .results()
                .map(found -> Objects.requireNonNullElse(found.group(1), found.group(2)))
                .map(DateRows::word)
                .filter(word -> !word.equals(ROW))
                .collect(Collectors.toSet());
        DecisionTaken named = latest(said -> said.inputs().values().stream().anyMatch(words::contains));
        return named != null
                ? named
                : DATES.stream()
                        .filter(dated -> date.equals(dated.date().apply(order)))
                        .map(dated -> latest(isGrace(date) ? says(Deadline.BALANCE_GRACE) : dated.decision()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** An order whose balance came late completes when the grace is over (AMB-03). */
    private boolean isGrace(Instant date) {
        Instant settled = order.funds().balanceSettledAt();
        DecisionTaken grace = latest(says(Deadline.BALANCE_GRACE));
        return settled != null
                && grace != null
                && date.equals(order.deadlines().autoCompleteAt())
                && grace.outputs().get("days") instanceof Number days
                && date.equals(BusinessTime.daysAfter(settled, days.intValue()));
    }

    private @Nullable DecisionTaken latest(Predicate<DecisionTaken> wanted) {
        return latestFirst.stream().filter(wanted).findFirst().orElse(null);
    }

    private static Predicate<DecisionTaken> says(Deadline deadline) {
        return said -> deadline.name().equals(said.inputs().get("deadline"));
    }

    /** {@code autoClose} asks for the row {@code AUTO_CLOSE}. */
    private static String word(String name) {
        Matcher humps = Pattern.compile("(?<=[a-z])(?=[A-Z])").matcher(name);
        return humps.replaceAll("_").toUpperCase(Locale.ROOT);
    }
}
