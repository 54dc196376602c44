package org.tradeassurance.model.check;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** What the list of desks and queues says is read when the application starts: it knows its words, and each task that it names. */
final class DeskRules {

    /** What reads the list. */
    private static final String PLAN = "org.tradeassurance.tasklist.DeskPlan$";

    private static final Map<String, List<String>> WORDS =
            Map.of("of", words("Owner"), "due", words("Due"), "sort", words("Sort"));

    private final Found found;
    private final Folder files;
    private final Map<?, ?> plan;

    private DeskRules(Found found, Folder files, Map<?, ?> plan) {
        this.found = found;
        this.files = files;
        this.plan = plan;
    }

    static List<Finding> check(Folder files, String file, Map<?, ?> plan) {
        DeskRules rules = new DeskRules(new Found(file), files, plan);
        rules.each("desks", "group", settings("Desk"));
        Set<String> groups = rules.values("desks", "group");
        Set<String> cards = plan.get("cards") instanceof Map<?, ?> some ? strings(some.keySet()) : new TreeSet<>();
        rules.each("queues", "key", settings("Queue")).forEach(queue -> rules.queue(queue, groups, cards));
        return rules.found.all();
    }

    private static List<String> settings(String type) {
        return Arrays.stream(ClassUtils.resolveClassName(PLAN + type, null).getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static List<String> words(String type) {
        return Arrays.stream(ClassUtils.resolveClassName(PLAN + type, null).getEnumConstants())
                .map(word -> word.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private void queue(Map<?, ?> queue, Set<String> groups, Set<String> cards) {
        Place place = place(queue, "key");
        WORDS.forEach((key, words) -> known(place, queue.get(key), words));
        known(place, queue.get("card"), cards);
        strings(queue.get("desks")).forEach(desk -> known(place, desk, groups));
        if (files.of("bpmn").size() == files.processes().size()) {
            Set<String> tasks = tasks();
            strings(queue.get("tasks")).stream()
                    .filter(task -> !tasks.contains(task))
                    .forEach(task -> found.stops(place, "desks.task", task, Near.hint(task, tasks)));
        }
    }

    private Set<String> tasks() {
        return files.processes().values().stream()
                .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                .map(UserTask::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void known(Place place, @Nullable Object said, Collection<String> words) {
        if (said != null && !words.contains(said.toString())) {
            found.stops(place, "desks.word", said, words);
        }
    }

    /** The entries of a list, each with a name of its own and settings that are known. */
    private List<Map<?, ?>> each(String list, String name, List<String> settings) {
        Set<String> seen = new HashSet<>();
        List<Map<?, ?>> entries = entries(list);
        for (Map<?, ?> entry : entries) {
            Place place = place(entry, name);
            strings(entry.keySet()).stream()
                    .filter(key -> !settings.contains(key))
                    .forEach(key -> found.stops(place, "desks.setting", key, Near.hint(key, settings)));
            boolean misspelt = !settings.containsAll(strings(entry.keySet()));
            if (!misspelt && !String.valueOf(entry.get("name")).matches(".*\\p{IsHan}.* / .*[A-Za-z]{2}.*")) {
                found.stops(place, "desks.name");
            }
            if (!misspelt && !seen.add(String.valueOf(entry.get(name)))) {
                found.stops(place, "desks.twice");
            }
        }
        return entries;
    }

    private Set<String> values(String list, String name) {
        return entries(list).stream()
                .map(entry -> String.valueOf(entry.get(name)))
                .collect(Collectors.toSet());
    }

    private List<Map<?, ?>> entries(String list) {
        List<Map<?, ?>> entries = new ArrayList<>();
        if (plan.get(list) instanceof List<?> some) {
            some.forEach(one -> {
                if (one instanceof Map<?, ?> entry) {
                    entries.add(entry);
                }
            });
        }
        return entries;
    }

    private static Place place(Map<?, ?> entry, String name) {
        Object named = entry.get(name) == null ? entry.get("name") : entry.get(name);
        return Place.at("element", named == null ? "-" : named.toString());
    }

    private static Set<String> strings(@Nullable Object some) {
        return some instanceof Collection<?> all
                ? all.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }
}
