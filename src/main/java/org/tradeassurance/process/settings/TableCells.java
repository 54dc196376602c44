package org.tradeassurance.process.settings;

import camundajar.impl.scala.util.Either;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * FEEL as it comes with the engine, with the same answers, but that a cell's text is parsed once and not at every decision, and that words
 * are compared as words (decision 0040).
 */
public final class TableCells extends ScalaFeelEngine {

    /** A cell that is one text in quotes, as most conditions are. */
    private static final Pattern WORD = Pattern.compile("\\s*\"([^\"\\\\]*)\"\\s*");

    /** The cells of the tables of several deployments. */
    private static final int MOST = 10_000;

    public TableCells() {
        super(List.of());
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String cell, String input, VariableContext variables) {
        Matcher word = WORD.matcher(cell);
        TypedValue given = variables.resolve(input);
        if (word.matches() && given != null && given.getValue() instanceof String text) {
            return text.equals(word.group(1));
        }
        return super.evaluateSimpleUnaryTests(cell, input, variables);
    }

    @Override
    protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, CompositeValueMapper values) {
        return new ParsedOnce(super.buildFeelEngine(functions, values));
    }

    @SuppressWarnings("deprecation") // these are what the language asks for each cell
    private static final class ParsedOnce extends FeelEngine {

        private final Cache<String, Either<Failure, ParsedExpression>> expressions =
                Caffeine.newBuilder().maximumSize(MOST).build();
        private final Cache<String, Either<Failure, ParsedExpression>> unaryTests =
                Caffeine.newBuilder().maximumSize(MOST).build();

        ParsedOnce(FeelEngine plain) {
            super(plain.functionProvider(), plain.valueMapper(), plain.configuration(), plain.clock());
        }

        @Override
        public Either<Failure, ParsedExpression> parseExpression(String text) {
            return expressions.get(text, super::parseExpression);
        }

        @Override
        public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
            return unaryTests.get(text, super::parseUnaryTests);
        }
    }
}
