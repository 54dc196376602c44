package org.tradeassurance.model.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tradeassurance.model.check.Finding.Severity;

/** What only follows from another fault is left out, so that one fault is one line. */
final class Consequences {

    private static final String DESKS = "processes/desks.yaml";

    private Consequences() {}

    static void remove(List<Finding> found) {
        Set<String> lostFields =
                all(found, "form.no-variable", one -> one.said().get(0));
        found.removeIf(one -> one.key().startsWith("answer.")
                && lostFields.contains(one.said().get(0)));
        Set<String> untold = all(found, "rule.untold", Finding::file);
        found.removeIf(one -> one.key().equals("answer.word") && untold.contains(one.file()));
        withdrawnDesks(found);
    }

    /** A desk that several tasks are given to was taken out of the list: nobody misspells it twice. */
    private static void withdrawnDesks(List<Finding> found) {
        Map<String, List<Finding>> desks = found.stream()
                .filter(one -> one.key().equals("user.desk"))
                .collect(Collectors.groupingBy(one -> one.said().get(0)));
        desks.forEach((desk, tasks) -> {
            if (tasks.size() > 1) {
                found.removeAll(tasks);
                List<String> places = tasks.stream()
                        .map(task -> task.file() + ", " + task.place().in(Locale.ENGLISH))
                        .toList();
                found.add(Finding.of(Severity.STOPS, DESKS, Place.FILE, "desks.withdrawn", desk, places));
            }
        });
    }

    private static Set<String> all(List<Finding> found, String key, Function<Finding, String> what) {
        return found.stream().filter(one -> one.key().equals(key)).map(what).collect(Collectors.toSet());
    }
}
