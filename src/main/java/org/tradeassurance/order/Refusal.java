package org.tradeassurance.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that the business refuses. It rolls back whatever the request had begun; every door shows it in the caller's language.
 * Its sentence is the message {@code problem.<code>.detail} with the order number as {0}, then the arguments.
 */
public class Refusal extends RuntimeException {

    /** A field of the request and the key of the sentence that says what is wrong with it. */
    public record FieldError(String field, String messageKey, List<Object> arguments) {}

    private final Problem problem;
    private final @Nullable OrderNo orderNo;
    private final transient List<Object> arguments;
    private @Nullable String sentenceKey;
    private final transient Map<String, Object> properties = new LinkedHashMap<>();
    private final transient List<FieldError> fieldErrors = new ArrayList<>();

    public Refusal(Problem problem, @Nullable OrderNo orderNo, Object... arguments) {
        super(problem.code() + (orderNo == null ? "" : " " + orderNo));
        this.problem = problem;
        this.orderNo = orderNo;
        this.arguments = List.of(arguments);
    }

    public static Refusal invalidField(String field, String messageKey, Object... arguments) {
        return new Refusal(Problem.INVALID_FIELD, null, field).field(field, messageKey, arguments);
    }

    public static Refusal notFound() {
        return new Refusal(Problem.NOT_FOUND, null);
    }

    /** Adds a member to the problem, such as {@code free} to {@code quota-exceeded}. */
    public Refusal with(String name, Object value) {
        properties.put(name, value);
        return this;
    }

    public Refusal field(String field, String messageKey, Object... messageArguments) {
        fieldErrors.add(new FieldError(field, messageKey, List.of(messageArguments)));
        return this;
    }

    /** Says it by another sentence than that of the problem's code, with the same arguments. */
    public Refusal saying(String messageKey) {
        sentenceKey = messageKey;
        return this;
    }

    /** The key of the sentence that says what is wrong. */
    public String sentenceKey() {
        return sentenceKey == null ? "problem." + problem.code() + ".detail" : sentenceKey;
    }

    /** The same refusal of an order that will not exist: its number means nothing to anybody. */
    public Refusal ofNewOrder() {
        Refusal unnumbered = new Refusal(problem, null, arguments.toArray());
        unnumbered.sentenceKey = sentenceKey;
        unnumbered.properties.putAll(properties);
        unnumbered.fieldErrors.addAll(fieldErrors);
        unnumbered.initCause(this);
        return unnumbered;
    }

    public Problem problem() {
        return problem;
    }

    public @Nullable OrderNo orderNo() {
        return orderNo;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public Map<String, Object> properties() {
        return properties;
    }

    public List<FieldError> fieldErrors() {
        return fieldErrors;
    }
}
