package org.tradeassurance.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/**
 * What is wrong with a body that is not what a call takes: no JSON, or a field that we do not know, is a {@code malformed-request};
 * a field that we know with a value that it cannot have is an {@code invalid-field}.
 */
final class UnreadableBody {

    private static final Map<Class<?>, String> EXPECTED = Map.of(
            Money.class, "field.money",
            LocalDate.class, "field.date",
            Instant.class, "field.instant",
            OrderNo.class, "field.order-number",
            String.class, "field.text-expected",
            Boolean.class, "field.boolean",
            boolean.class, "field.boolean",
            Integer.class, "field.integer",
            int.class, "field.integer",
            long.class, "field.integer");

    private UnreadableBody() {}

    static Refusal refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof PropertyBindingException unknown) {
                return new Refusal(Problem.MALFORMED_REQUEST, null).field(path(unknown.getPath()), "field.unknown");
            }
            if (cause instanceof JsonMappingException mapping && !brokenJson(mapping)) {
                return invalid(mapping);
            }
        }
        return broken(failure);
    }

    /** Says where reading stopped, if it is known. */
    private static Refusal broken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException broken && broken.getLocation() != null) {
                JsonLocation at = broken.getLocation();
                return new Refusal(Problem.MALFORMED_REQUEST, null, at.getLineNr(), at.getColumnNr())
                        .saying("problem.broken-json.detail");
            }
        }
        return new Refusal(Problem.MALFORMED_REQUEST, null);
    }

    private static boolean brokenJson(Throwable mapping) {
        for (Throwable cause = mapping; cause != null; cause = cause.getCause()) {
            boolean outOfRange = cause instanceof InputCoercionException;
            if (!outOfRange && (cause instanceof StreamReadException || cause instanceof StreamConstraintsException)) {
                return true;
            }
        }
        return false;
    }

    private static Refusal invalid(JsonMappingException mapping) {
        String field = path(mapping.getPath());
        if (field.isEmpty()) {
            return new Refusal(Problem.MALFORMED_REQUEST, null);
        }
        if (mapping instanceof InvalidNullException) {
            return Refusal.invalidField(field, "field.required");
        }
        return invalid(field, target(mapping));
    }

    private static @Nullable Class<?> target(JsonMappingException mapping) {
        if (mapping instanceof ValueInstantiationException refused) {
            return refused.getType().getRawClass();
        }
        return mapping instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    }

    /** Says what a field or parameter takes whose value is none of its type. */
    static Refusal invalid(String field, @Nullable Class<?> target) {
        if (target != null && target.isEnum()) {
            return Refusal.invalidField(field, "field.one-of", values(target));
        }
        return Refusal.invalidField(field, expected(target));
    }

    private static String expected(@Nullable Class<?> target) {
        return target == null ? "field.invalid" : EXPECTED.getOrDefault(target, "field.invalid");
    }

    private static String values(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }
}
