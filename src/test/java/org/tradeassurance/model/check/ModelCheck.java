package org.tradeassurance.model.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is wrong in the files that analysts edit, the worst first. A fault is said once: of a file that cannot be read nothing else is said, and
 * the same fault of several elements of a file is one line.
 *
 * @param findings none when all is well
 */
public record ModelCheck(List<Finding> findings) {

    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).thenComparing(Finding::file);

    /**
     * Checks the files as they are.
     *
     * @param folder that holds {@code processes} and {@code forms}
     */
    public static ModelCheck of(Path folder) {
        Folder files = Folder.read(folder);
        List<Finding> found = new ArrayList<>(files.unreadable());
        found.addAll(ProcessRules.check(files));
        found.addAll(TaskRules.check(files));
        found.addAll(PropertyRules.check(files));
        found.addAll(TimerRules.check(files));
        found.addAll(DateRules.check(files));
        found.addAll(FlowRules.check(files));
        found.addAll(MessageRules.check(files));
        found.addAll(ThrownRules.check(files));
        found.addAll(Desks.check(files));
        found.addAll(AnswerRules.check(files));
        found.addAll(TableRules.check(files));
        found.addAll(Examples.check(files, sound(files, found)));
        found.addAll(FormRules.check(files));
        found.addAll(FormTexts.check(files));
        found.addAll(NameRules.check(files));
        found.addAll(DrawingRules.check(files));
        Consequences.remove(found);
        return new ModelCheck(once(found));
    }

    /** One line each. */
    public List<String> lines(Locale language) {
        return findings.stream().map(finding -> finding.line(language)).toList();
    }

    /** The tables that can be asked: an example that fails over a fault of its table is no second fault. */
    private static Set<String> sound(Folder files, List<Finding> found) {
        Set<String> sound = new HashSet<>(files.of("dmn"));
        found.stream()
                .filter(one ->
                        one.severity() == Finding.Severity.STOPS && one.file().endsWith(".dmn"))
                .forEach(one -> sound.remove(Folder.nameOf(one.file())));
        return sound;
    }

    private static List<Finding> once(List<Finding> found) {
        Map<Finding, List<Place>> places = new LinkedHashMap<>();
        for (Finding one : new LinkedHashSet<>(found)) {
            Finding fault = new Finding(one.severity(), one.file(), Place.FILE, one.key(), one.said());
            places.computeIfAbsent(fault, key -> new ArrayList<>()).add(one.place());
        }
        return places.entrySet().stream()
                .map(fault -> {
                    Finding one = fault.getKey();
                    return new Finding(one.severity(), one.file(), Place.all(fault.getValue()), one.key(), one.said());
                })
                .sorted(WORST_FIRST)
                .toList();
    }
}
