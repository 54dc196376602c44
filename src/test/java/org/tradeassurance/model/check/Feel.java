package org.tradeassurance.model.check;

import camundajar.impl.scala.util.Either;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.tradeassurance.process.DeployedTables;

/** The language of cells and forms: can it be read? */
@SuppressWarnings("deprecation") // what reads a text without evaluating it
final class Feel {

    private static final FeelEngine ENGINE = new FeelEngine.Builder().build();

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern CALL = Pattern.compile("([A-Za-z][\\w ]*)\\(");

    /** What the language of cells has; in the browser it has the same. */
    private static final FunctionProvider FUNCTIONS = new BuiltinFunctions(ENGINE.clock(), ENGINE.valueMapper());

    /** After these a bracket only groups. */
    private static final Set<String> WORDS =
            Set.of("and", "or", "not", "in", "if", "then", "else", "return", "satisfies", "between", "function");

    private Feel() {}

    static boolean isExpression(String text) {
        return text.isBlank() || reads(ENGINE.parseExpression(text));
    }

    static boolean isCondition(String cell) {
        return cell.isBlank() || reads(ENGINE.parseUnaryTests(cell));
    }

    /** The functions that it calls and the language does not have. */
    static List<String> unknownFunctions(String text) {
        return CALL.matcher(QUOTED.matcher(text).replaceAll("\"\""))
                .results()
                .map(call -> call.group(1).strip())
                .filter(called -> !isFunction(called))
                .map(called -> called.substring(called.lastIndexOf(' ') + 1))
                .toList();
    }

    /** A name of several words ends with one: what stands before it may be anything. */
    private static boolean isFunction(String called) {
        String name = called;
        while (true) {
            if (FUNCTIONS.getFunctions(name).nonEmpty() || WORDS.contains(name)) {
                return true;
            }
            if (!name.contains(" ")) {
                return false;
            }
            name = name.substring(name.indexOf(' ') + 1);
        }
    }

    /** What it asks for by name. */
    static Set<String> names(String text) {
        return DeployedTables.names(text);
    }

    private static boolean reads(Either<?, ?> parsed) {
        return parsed.isRight();
    }
}
