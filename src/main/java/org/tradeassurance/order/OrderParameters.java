package org.tradeassurance.order;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OrderFilter.Due;
import org.tradeassurance.order.OrderFilter.Span;

/** The filters of the lists of orders as they stand in an address; what is left out or empty asks for nothing. */
record OrderParameters(
        @ArraySchema(schema = @Schema(implementation = OrderStatus.class)) @Nullable
        List<String> status,

        @Schema(implementation = Boolean.class) @Nullable String frozen,
        @Nullable String supplierId,
        @Nullable String buyerEmail,
        @Nullable String transport,

        @Schema(maxLength = ExternalReference.LONGEST) @Nullable
        String externalReference,

        @Schema(maxLength = LONGEST_SEARCH) @Nullable String q,

        @Schema(implementation = Instant.class, description = "This instant, or later") @Nullable
        String createdFrom,

        @Schema(implementation = Instant.class, description = "This instant, or earlier") @Nullable
        String createdTo,

        @Schema(pattern = Money.FORMAT, description = "As much, or more") @Nullable
        String totalFrom,

        @Schema(pattern = Money.FORMAT, description = "As much, or less") @Nullable
        String totalTo,

        @ArraySchema(schema = @Schema(implementation = Due.class)) @Nullable
        List<String> due,

        @Schema(implementation = Instant.class, description = "What is due next is so at this instant or later")
        @Nullable
        String dueFrom,

        @Schema(implementation = Instant.class, description = "What is due next is so before this instant") @Nullable
        String dueBefore,

        @Schema(implementation = Boolean.class) @Nullable String openTask,

        @Schema(description = "Who works on an open task of the order; for staff and platform") @Nullable
        String assignee) {

    private static final int LONGEST_SEARCH = 100;

    /**
     * Reads them.
     *
     * @throws Refusal {@code invalid-field} that names the one that cannot be read, {@code forbidden} if a party asks for who does what
     */
    OrderFilter filter() {
        String email = given(buyerEmail);
        String person = given(assignee);
        if (person != null && Account.current().ownParty() != null) {
            throw new Refusal(Problem.FORBIDDEN, null);
        }
        if (q != null && q.length() > LONGEST_SEARCH) {
            throw Refusal.invalidField("q", "field.too-long", LONGEST_SEARCH);
        }
        return new OrderFilter(
                choices("status", status, OrderStatus.class),
                flag("frozen", frozen),
                given(supplierId),
                email == null ? null : email.toLowerCase(Locale.ROOT),
                given(transport),
                ExternalReference.read(given(externalReference)),
                given(q),
                new Span<>(instant("createdFrom", createdFrom), instant("createdTo", createdTo)),
                new Span<>(money("totalFrom", totalFrom), money("totalTo", totalTo)),
                choices("due", due, Due.class),
                new Span<>(instant("dueFrom", dueFrom), instant("dueBefore", dueBefore)),
                flag("openTask", openTask),
                person);
    }

    private static @Nullable String given(@Nullable String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter.strip();
    }

    private static @Nullable Boolean flag(String name, @Nullable String value) {
        String given = given(value);
        if (given == null) {
            return null;
        }
        if (!given.equals("true") && !given.equals("false")) {
            throw Refusal.invalidField(name, "field.boolean");
        }
        return given.equals("true");
    }

    private static @Nullable Instant instant(String name, @Nullable String value) {
        String given = given(value);
        try {
            return given == null ? null : BusinessTime.instant(given);
        } catch (DateTimeException e) {
            throw (Refusal) Refusal.invalidField(name, "field.instant").initCause(e);
        }
    }

    private static @Nullable Money money(String name, @Nullable String value) {
        String given = given(value);
        if (given != null && !Money.isWritten(given)) {
            throw Refusal.invalidField(name, "field.money");
        }
        return given == null ? null : Money.of(given);
    }

    /** One after the other, or several with commas, or both. */
    private static <E extends Enum<E>> Set<E> choices(String name, @Nullable List<String> values, Class<E> type) {
        Set<E> chosen = EnumSet.noneOf(type);
        if (values == null) {
            return chosen;
        }
        for (String value : String.join(",", values).split(",", -1)) {
            if (!value.isBlank() || values.size() > 1) {
                chosen.add(choice(name, value.strip(), type));
            }
        }
        return chosen;
    }

    private static <E extends Enum<E>> E choice(String name, String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidField(
                        name,
                        "field.one-of",
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
