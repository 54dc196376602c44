package org.tradeassurance.model.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Builder.Feature;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * An expression of a model, <code>${...}</code>, taken apart.
 *
 * @param identifiers names of beans and of variables
 * @param words all texts in it
 */
record Expression(
        Set<String> identifiers,
        List<Call> calls,
        List<Property> properties,
        List<Comparison> comparisons,
        Set<String> functions,
        Set<String> words) {

    /** A method of something named. */
    record Call(String of, String method, int arguments) {}

    record Property(String of, String name) {}

    /** A variable, or what a method of a bean says, compared with a text. */
    record Comparison(String with, String word) {}

    /** What the check reads as <code>execution.getVariable('name')</code>. */
    private static final String GET_VARIABLE = "getVariable";

    /** An expression that the engine could not read either. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;
        private final int position;

        private Unreadable(TreeBuilderException cause) {
            super(cause);
            this.position = cause.getPosition();
        }

        int position() {
            return position + 1;
        }
    }

    static Expression of(String text) throws Unreadable {
        Expression parts = new Expression(
                new LinkedHashSet<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>());
        try {
            parts.add(new Builder(Feature.METHOD_INVOCATIONS).build(text).getRoot());
        } catch (TreeBuilderException e) {
            throw new Unreadable(e);
        }
        return parts;
    }

    /** Whether anything is to be evaluated: a plain text is not. */
    static boolean isOne(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private void add(Node node) {
        if (node instanceof AstIdentifier identifier) {
            identifiers.add(identifier.getName());
        } else if (node instanceof AstString text) {
            words.add(word(text));
        } else if (node instanceof AstFunction function) {
            functions.add(function.getName());
        } else if (node instanceof AstBinary binary && isEquality(binary)) {
            compare(binary.getChild(0), binary.getChild(1));
            compare(binary.getChild(1), binary.getChild(0));
        } else if (node instanceof AstMethod method && method.getChild(0) instanceof AstDot dot) {
            call(dot, method.getChild(1));
        } else if (node instanceof AstDot dot && dot.getChild(0) instanceof AstIdentifier of) {
            properties.add(new Property(of.getName(), name(dot)));
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            boolean called = node instanceof AstMethod && i == 0 && node.getChild(0) instanceof AstDot;
            add(called ? node.getChild(0).getChild(0) : node.getChild(i));
        }
    }

    private void call(AstDot dot, Node arguments) {
        if (dot.getChild(0) instanceof AstIdentifier of) {
            calls.add(new Call(of.getName(), name(dot), arguments.getCardinality()));
            if (name(dot).equals(GET_VARIABLE)
                    && arguments.getCardinality() == 1
                    && arguments.getChild(0) instanceof AstString text) {
                identifiers.add(word(text));
            }
        }
    }

    private void compare(Node one, Node other) {
        if (other instanceof AstString text) {
            if (one instanceof AstIdentifier variable) {
                comparisons.add(new Comparison(variable.getName(), word(text)));
            }
        }
    }

    private static boolean isEquality(AstBinary binary) {
        return binary.getOperator() == AstBinary.EQ || binary.getOperator() == AstBinary.NE;
    }

    private static String word(AstString text) {
        return String.valueOf(text.eval(null, null));
    }

    private static String name(AstDot dot) {
        return dot.toString().replaceFirst("^\\.\\s*", "");
    }
}
