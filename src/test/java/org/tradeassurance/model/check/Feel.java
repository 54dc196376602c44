package org.tradeassurance.model.check;

import camundajar.impl.scala.util.Either;
import java.util.Set;
import org.camunda.feel.FeelEngine;
import org.tradeassurance.process.DeployedTables;

/** The language of cells and forms: can it be read? */
@SuppressWarnings("deprecation") // what reads a text without evaluating it
final class Feel {

    private static final FeelEngine ENGINE = new FeelEngine.Builder().build();

    private Feel() {}

    static boolean isExpression(String text) {
        return text.isBlank() || reads(ENGINE.parseExpression(text));
    }

    static boolean isCondition(String cell) {
        return cell.isBlank() || reads(ENGINE.parseUnaryTests(cell));
    }

    /** What it asks for by name. */
    static Set<String> names(String text) {
        return DeployedTables.names(text);
    }

    private static boolean reads(Either<?, ?> parsed) {
        return parsed.isRight();
    }
}
