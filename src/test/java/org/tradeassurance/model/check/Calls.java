package org.tradeassurance.model.check;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.tradeassurance.model.check.Expression.Call;
import org.tradeassurance.model.check.Expression.Property;

/** The beans and methods that an expression names. */
final class Calls {

    /** The engine's own. */
    private static final Set<String> FUNCTIONS = Set.of("now", "dateTime", "currentUser", "currentUserGroups");

    private static final String TASK = "task";

    private Calls() {}

    /** Whether all of them are there. */
    static boolean check(Found found, ModelElementInstance element, Expression expression) {
        int before = found.all().size();
        expression.functions().stream()
                .filter(function -> !FUNCTIONS.contains(function))
                .forEach(function -> found.stops(element, "expression.function", function));
        expression.calls().forEach(call -> call(found, element, call));
        expression.properties().forEach(property -> property(found, element, property));
        return found.all().size() == before;
    }

    private static void call(Found found, ModelElementInstance element, Call call) {
        Class<?> type = Beans.type(call.of());
        if (type == null) {
            if (!call.of().equals(TASK)) {
                found.stops(element, "expression.bean", call.of(), Near.hint(call.of(), Beans.asked()));
            }
            return;
        }
        Set<Integer> arguments = Beans.arguments(type, call.method());
        if (arguments.isEmpty()) {
            found.stops(
                    element,
                    "expression.method",
                    call.of(),
                    call.method(),
                    Near.hint(call.method(), Beans.methods(type)));
        } else if (!arguments.contains(call.arguments())) {
            found.stops(
                    element,
                    "expression.arguments",
                    call.of() + "." + call.method(),
                    call.arguments(),
                    new TreeSet<>(arguments));
        }
    }

    private static void property(Found found, ModelElementInstance element, Property property) {
        Class<?> type = Beans.type(property.of());
        if (type != null && !Beans.hasProperty(type, property.name())) {
            found.stops(element, "expression.method", property.of(), property.name(), "-");
        }
    }
}
