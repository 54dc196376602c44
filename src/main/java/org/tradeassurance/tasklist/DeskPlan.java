package org.tradeassurance.tasklist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code desks.yaml} says about desks and their queues. */
record DeskPlan(List<Desk> desks, Handling handling, Map<String, List<CardVariable>> cards, List<Queue> queues) {

    private static final String FILE = "desks.yaml";

    /**
     * A group of staff.
     *
     * @param processes whose tasks the desk reads and, as a candidate, works on
     * @param starts processes that the desk starts
     * @param leads the desk whose leads these are, called after it
     * @param observes reads everything, works on nothing
     */
    record Desk(
            String group,
            String name,
            List<String> applications,
            List<String> processes,
            List<String> starts,
            @Nullable String leads,
            boolean observes) {

        Desk {
            applications = Objects.requireNonNullElse(applications, List.of());
            processes = Objects.requireNonNullElse(processes, List.of());
            starts = Objects.requireNonNullElse(starts, List.of());
            if (leads != null && !group.equals(leads + "-lead")) {
                throw new IllegalArgumentException("The group of the leads of " + leads + " is " + leads + "-lead");
            }
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
     * A filter of Tasklist: the tasks of some definitions, or of somebody.
     *
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

        Queue {
            tasks = Objects.requireNonNullElse(tasks, List.of());
            if (tasks.isEmpty() == (of == null)) {
                throw new IllegalArgumentException("Queue " + key + " names either tasks or whose they are");
            }
        }
    }

    enum Owner {
        ME,
        MY_DESKS,
        EVERYBODY;

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
        Set<String> groups = new HashSet<>(desks.stream().map(Desk::group).toList());
        Set<String> keys = new HashSet<>();
        for (Queue queue : queues) {
            if (!keys.add(queue.key) || !groups.containsAll(queue.desks) || !cards.containsKey(queue.card)) {
                throw new IllegalArgumentException(
                        "Queue " + queue.key + " comes twice, or its desk or card is unknown");
            }
        }
    }

    /** What the queue of a task is called, in all languages; the task's key if it has none of its own. */
    String nameOf(String taskKey) {
        return queues.stream()
                .filter(queue -> queue.tasks().contains(taskKey))
                .map(Queue::name)
                .findFirst()
                .orElse(taskKey);
    }

    List<CardVariable> card(Queue queue) {
        return Objects.requireNonNull(cards.get(queue.card()));
    }

    static DeskPlan read() {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .convertValue(tree, DeskPlan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
