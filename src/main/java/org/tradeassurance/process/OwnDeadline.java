package org.tradeassurance.process;

import java.time.Instant;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Shipment;

/** A deadline whose word only a table and a model know: the table says as well what its days count from. */
@DecisionTable(value = "order-deadlines", ofModels = true)
record OwnDeadline(String deadline) implements Question<OwnDeadline.Days> {

    /** How a model asks for one: {@code ${deadline.of(execution.processBusinessKey, 'WORD')}}. */
    private static final Pattern ASKED = Pattern.compile("\\bdeadline\\.of\\([^'{}]*'(\\w+)'\\s*\\)");

    /** So many days, less than none for before. */
    record Days(int days, CountsFrom countsFrom) {}

    /** Instants of the order's row. */
    enum CountsFrom {
        AGREED,
        EFFECTIVE,
        PAYMENT_DUE,
        SHIP_BY_END,
        SHIPPED,
        AUTO_COMPLETION,
        COMPLETED,
        COVERAGE_END,
        FEEDBACK_DUE,
        REPLY_DUE;

        @Nullable
        Instant of(Order order) {
            return switch (this) {
                case AGREED -> order.agreement().agreedAt();
                case EFFECTIVE -> order.progress().effectiveAt();
                case PAYMENT_DUE -> order.deadlines().paymentDueAt();
                case SHIP_BY_END -> order.shipment().shipByEndsAt();
                case SHIPPED -> endOf(order.shipment());
                case AUTO_COMPLETION -> order.deadlines().autoCompleteAt();
                case COMPLETED -> order.progress().completedAt();
                case COVERAGE_END -> order.deadlines().coverageEndsAt();
                case FEEDBACK_DUE -> order.deadlines().feedbackDueAt();
                case REPLY_DUE -> order.deadlines().replyDueAt();
            };
        }

        private static @Nullable Instant endOf(Shipment shipment) {
            return shipment.actualShipDate() == null ? null : BusinessTime.endOfDayAfter(shipment.actualShipDate(), 0);
        }
    }

    /** The words that a model asks for. */
    static Stream<String> askedIn(String model) {
        return ASKED.matcher(model).results().map((MatchResult asked) -> asked.group(1));
    }
}
