package org.tradeassurance.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tradeassurance.order.OrderFields.Answer;

/**
 * What somebody has filled into a form, until the transaction ends. Whatever code and models ask for is their business; what nobody has
 * asked for is kept as it was said.
 */
public final class FormAnswers implements TransactionSynchronization {

    private final Map<String, Answer> notAsked = new LinkedHashMap<>();
    private final Consumer<List<Answer>> keep;
    private boolean keepsAll;

    private FormAnswers(List<Answer> answers, Consumer<List<Answer>> keep) {
        this.keep = keep;
        answers.forEach(answer -> notAsked.put(answer.field(), answer));
    }

    /**
     * Begins with the answers of a form.
     *
     * @param keep given what is left at the end, if anything
     */
    public static void given(List<Answer> answers, Consumer<List<Answer>> keep) {
        if (!answers.isEmpty() && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new FormAnswers(answers, keep));
        }
    }

    /** All of them, for a step that no code knows: they are kept, whatever a model does with them. */
    public static List<Answer> ofOwnStep() {
        return current()
                .map(answers -> {
                    answers.keepsAll = true;
                    return List.copyOf(answers.notAsked.values());
                })
                .orElse(List.of());
    }

    /** Asks what was answered, as a variable. */
    public static @Nullable Object value(VariableScope scope, String name) {
        asked(name);
        return scope.getVariable(name);
    }

    /** Somebody asks for this: it need not be kept. */
    public static void asked(String name) {
        current().filter(answers -> !answers.keepsAll).ifPresent(answers -> answers.notAsked.remove(name));
    }

    private static Optional<FormAnswers> current() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? TransactionSynchronizationManager.getSynchronizations().stream()
                        .filter(FormAnswers.class::isInstance)
                        .map(FormAnswers.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (!notAsked.isEmpty()) {
            keep.accept(List.copyOf(notAsked.values()));
        }
    }
}
