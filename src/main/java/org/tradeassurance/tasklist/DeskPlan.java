package org.tradeassurance.tasklist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.tradeassurance.process.DrawnTask;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code processes/desks.yaml} says about desks and their queues. */
record DeskPlan(List<Desk> desks, Handling handling, Map<String, List<CardVariable>> cards, List<Queue> queues) {

    private static final String FILE = "processes/desks.yaml";

    /**
     * A group of staff.
     *
     * @param starts processes that the desk starts
     * @param leads the desk whose leads these are
     * @param observes reads everything, works on nothing
     */
    record Desk(
            String group,
            String name,
            List<String> applications,
            List<String> starts,
            @Nullable String leads,
            boolean observes) {

        Desk {
            applications = Objects.requireNonNullElse(applications, leads == null ? List.of("tasklist") : List.of());
            starts = Objects.requireNonNullElse(starts, List.of());
        }

        static Desk of(String group, String name) {
            return new Desk(group, name, List.of("tasklist"), List.of(), null, false);
        }

        /** The leads belong to the desk too, so that it is theirs what the desk sees and does. */
        private Desk lead() {
            String[] names = name.split(" / ", 2);
            String name = names[0] + "组长 / " + names[names.length - 1] + " lead";
            return new Desk(group + "-lead", name, List.of(), List.of(), group, false);
        }

        boolean works() {
            return leads == null && !observes;
        }
    }

    /**
     * How soon and how urgently a desk works.
     *
     * @param hours in which a task without a deadline of its own is to be handled
     * @param priorities by the order's amount, largest amount first
     * @param escalated the priority of a task whose desk's lead was told that it is overdue
     */
    record Handling(int hours, List<Priority> priorities, int escalated) {

        /** Of a task that nobody may do while a dispute freezes its order: less than any other, so that queues tell them apart. */
        static final int FROZEN = 0;

        private static final int USUAL = 50;

        int priority(double amount) {
            return priorities.stream()
                    .filter(step -> amount >= step.from())
                    .findFirst()
                    .map(Priority::priority)
                    .orElse(USUAL);
        }
    }

    /** The priority of tasks from an amount in US dollars on. */
    record Priority(long from, int priority) {}

    /** A variable on a task's card; the engine keeps one label for all languages. */
    record CardVariable(String name, String label) {}

    /**
     * A filter of Tasklist: the tasks of some definitions, or of somebody. Tasks of frozen orders stand in a queue of their own.
     *
     * @param desks who sees it; left out: the desks of its tasks, or all that work
     * @param due only those due then
     */
    record Queue(
            String key,
            String name,
            List<String> desks,
            List<String> tasks,
            @Nullable Owner of,
            @Nullable Due due,
            Sort sort,
            String colour,
            String card) {

        private static final String GREY = "#64748b";
        private static final String MIXED = "mixed";

        Queue {
            desks = Objects.requireNonNullElse(desks, List.of());
            tasks = Objects.requireNonNullElse(tasks, List.of());
            if (tasks.isEmpty() == (of == null)) {
                throw new IllegalArgumentException("Queue " + key + " names either tasks or whose they are");
            }
            colour = Objects.requireNonNullElse(colour, GREY);
            card = Objects.requireNonNullElse(card, MIXED);
        }

        static Queue of(DrawnTask task, List<String> desks) {
            return new Queue(task.id(), task.name(), desks, List.of(task.id()), null, null, Sort.DUE, GREY, MIXED);
        }

        Queue seenBy(List<String> desks) {
            return new Queue(key, name, desks, tasks, of, due, sort, colour, card);
        }
    }

    enum Owner {
        ME,
        MY_DESKS,
        EVERYBODY,
        /** What a dispute keeps my desks from doing. */
        FROZEN;

        @JsonCreator
        static Owner of(String text) {
            return valueOf(text.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    enum Due {
        OVERDUE,
        TODAY;

        @JsonCreator
        static Due of(String text) {
            return valueOf(text.toUpperCase(java.util.Locale.ROOT));
        }
    }

    enum Sort {
        DUE,
        AMOUNT,
        AGE;

        @JsonCreator
        static Sort of(String text) {
            return valueOf(text.toUpperCase(java.util.Locale.ROOT));
        }
    }

    DeskPlan {
        List<Desk> all = desks;
        desks = all.stream()
                .flatMap(desk ->
                        desk.leads() != null || isLed(desk, all) ? Stream.of(desk) : Stream.of(desk, desk.lead()))
                .toList();
        Set<String> groups = new HashSet<>(desks.stream().map(Desk::group).toList());
        Set<String> keys = new HashSet<>();
        for (Queue queue : queues) {
            if (!keys.add(queue.key) || !groups.containsAll(queue.desks) || !cards.containsKey(queue.card)) {
                throw new IllegalArgumentException(
                        "Queue " + queue.key + " comes twice, or its desk or card is unknown");
            }
        }
    }

    private static boolean isLed(Desk desk, List<Desk> all) {
        return all.stream().anyMatch(other -> desk.group().equals(other.leads()));
    }

    /**
     * The plan with what the models in use add: desks that the file does not know any more while an order may come to them, who sees a
     * queue, and a queue for each task that has none.
     *
     * @param name what a desk was called that is in the file no more
     */
    DeskPlan with(List<DrawnTask> drawn, UnaryOperator<String> name) {
        Map<String, Set<String>> desksOf = new LinkedHashMap<>();
        drawn.forEach(task ->
                desksOf.computeIfAbsent(task.id(), id -> new TreeSet<>()).addAll(task.desks()));
        Set<String> unknown = new TreeSet<>();
        desksOf.values().forEach(unknown::addAll);
        desks.forEach(desk -> unknown.remove(desk.group()));
        List<Desk> all = Stream.concat(desks.stream(), unknown.stream().map(group -> Desk.of(group, name.apply(group))))
                .toList();
        List<Queue> shown = new ArrayList<>(queues.stream()
                .map(queue -> queue.desks.isEmpty() ? queue.seenBy(seers(queue, all, desksOf)) : queue)
                .filter(queue -> !queue.desks.isEmpty())
                .toList());
        Set<String> queued = new HashSet<>();
        shown.forEach(queue -> queued.addAll(queue.tasks));
        drawn.stream()
                .filter(task -> !task.desks().isEmpty() && queued.add(task.id()))
                .forEach(task -> shown.add(Queue.of(task, List.copyOf(desksOf.getOrDefault(task.id(), Set.of())))));
        return new DeskPlan(all, handling, cards, List.copyOf(shown));
    }

    private static List<String> seers(Queue queue, List<Desk> all, Map<String, Set<String>> desksOf) {
        return queue.of == null
                ? queue.tasks.stream()
                        .flatMap(task -> desksOf.getOrDefault(task, Set.of()).stream())
                        .distinct()
                        .toList()
                : all.stream().filter(Desk::works).map(Desk::group).toList();
    }

    List<CardVariable> card(Queue queue) {
        return Objects.requireNonNull(cards.get(queue.card()));
    }

    static DeskPlan read() {
        try {
            return of(new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DeskPlan of(String yaml) {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .convertValue(tree, DeskPlan.class);
    }
}
