package org.tradeassurance.process.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.tradeassurance.process.DueBounds;
import org.tradeassurance.process.FormAnswers;

/**
 * Evaluates what models say, within the process that says it, and refuses what a query brings along (CVE-2026-109432): the fields
 * {@code ...Expression} of task and filter queries are evaluated without a scope.
 */
class ExpressionGuard extends SpringExpressionManager {

    /** What stored filters need, to the letter: constants of the clock and of the login, whoever sends them. */
    static final Set<String> ALLOWED_IN_QUERIES = Set.of(
            "${currentUser()}", "${currentUserGroups()}", DueBounds.NOW, DueBounds.AFTER_NOW, DueBounds.AFTER_TODAY);

    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");

    ExpressionGuard(ApplicationContext context, @Nullable Map<Object, Object> beans) {
        super(context, beans);
        DueBounds.functions().forEach(this::addFunction);
    }

    @Override
    public Expression createExpression(String text) {
        ensureInitialized();
        return new Guarded(text);
    }

    private class Guarded extends JuelExpression {

        /** What it may ask of a form's answers, and words that it only says. */
        private final List<String> names;

        Guarded(String text) {
            super(createValueExpression(text), ExpressionGuard.this, text);
            names = NAME.matcher(text).results().map(MatchResult::group).toList();
        }

        @Override
        public @Nullable Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
            if (scope == null && !isLiteralText() && !ALLOWED_IN_QUERIES.contains(getExpressionText())) {
                throw new ProcessEngineException("Expressions are not evaluated outside a process");
            }
            if (!isLiteralText()) {
                names.forEach(FormAnswers::asked);
            }
            return super.getValue(scope, execution);
        }
    }
}
