package org.tradeassurance.tasklist;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Page;
import org.tradeassurance.order.PageRequest;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.order.Words;
import org.tradeassurance.process.Staff;
import org.tradeassurance.tasklist.DeskPlan.Queue;
import org.tradeassurance.tasklist.TaskCounts.Counted;
import org.tradeassurance.tasklist.TaskCounts.Waiting;
import org.tradeassurance.tasklist.TaskTable.TaskRow;
import org.tradeassurance.tasklist.Team.DeskTeam;

/** The queues of a member of staff as tables. */
@RestController
@RequestMapping("/api/v1/tasks")
class TaskTableController {

    private static final int LONGEST_FILTER = 100;
    private static final int LONGEST_LOGIN = 64;

    private final TaskTable table;
    private final TaskCounts counts;
    private final Team team;
    private final DesksInUse desks;
    private final Staff staff;
    private final Clock clock;

    TaskTableController(TaskTable table, TaskCounts counts, Team team, DesksInUse desks, Staff staff, Clock clock) {
        this.table = table;
        this.counts = counts;
        this.team = team;
        this.desks = desks;
        this.staff = staff;
        this.clock = clock;
    }

    /** A fact of the cards of a queue, and what it is called. */
    record Column(String name, Words label) {}

    /**
     * A queue with what waits in it.
     *
     * @param mixed whether it holds tasks of several kinds
     * @param sort how it is sorted if nobody asks for another order
     * @param columns what its cards show beyond order, parties, amount and dates
     */
    record QueueView(
            String key,
            Words name,
            int open,
            int overdue,
            int unassigned,
            boolean mixed,
            String sort,
            List<Column> columns) {}

    /** The priority of tasks from an amount in US dollars on. */
    record Step(int priority, long from) {}

    /**
     * What priorities mean.
     *
     * @param escalated of what is overdue once the desk's lead has been told
     * @param priorities by amount, the largest first
     */
    record Priorities(int escalated, List<Step> priorities) {}

    /** The queues that the member's desks see. */
    record QueueList(List<QueueView> items, Priorities handling) {}

    /** The desks of the member, with who works there. */
    record TeamList(List<DeskTeam> items) {}

    @GetMapping("/team")
    TeamList team() {
        Viewer viewer = viewer();
        return new TeamList(team.of(desks.desksOf(viewer), viewer, clock.instant()));
    }

    @GetMapping("/queues")
    QueueList queues() {
        Viewer viewer = viewer();
        List<Counted> all = counts.all(viewer, clock.instant());
        DeskPlan.Handling handling = desks.handling();
        return new QueueList(
                desks.queuesOf(viewer).stream().map(queue -> view(queue, all)).toList(),
                new Priorities(
                        handling.escalated(),
                        handling.priorities().stream()
                                .map(step -> new Step(step.priority(), step.from()))
                                .toList()));
    }

    @GetMapping
    Page<TaskRow> list(
            @RequestParam String queue,
            @RequestParam(required = false) @Nullable String sort,
            @Parameter(schema = @Schema(maxLength = LONGEST_FILTER)) @RequestParam(required = false) @Nullable String q,
            @Parameter(schema = @Schema(maxLength = LONGEST_LOGIN)) @RequestParam(required = false) @Nullable
                    String holder,
            @RequestParam(required = false) @Nullable Boolean unassigned,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Viewer viewer = viewer();
        Queue asked = desks.queuesOf(viewer).stream()
                .filter(known -> known.key().equals(queue))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidField("queue", "field.unknown"));
        TaskSort order = TaskSort.of(sort, asked.sort());
        TaskFilter filter = new TaskFilter(
                asked,
                viewer,
                desks.seesAll(viewer),
                given("q", q, LONGEST_FILTER),
                given("holder", holder, LONGEST_LOGIN),
                Boolean.TRUE.equals(unassigned),
                clock.instant());
        return table.page(filter, order, PageRequest.of(limit, cursor, order.keyFormat()));
    }

    private QueueView view(Queue queue, List<Counted> all) {
        Waiting waiting = TaskCounts.of(queue, all);
        return new QueueView(
                queue.key(),
                Words.of(queue.name()),
                waiting.open(),
                waiting.overdue(),
                waiting.unassigned(),
                queue.tasks().size() != 1,
                TaskSort.of(null, queue.sort()).toString(),
                desks.card(queue).stream()
                        .filter(variable -> !TaskTable.ALWAYS.contains(variable.name())
                                && !variable.name().equals(CardFacts.DEADLINE))
                        .map(variable -> new Column(variable.name(), Words.of(variable.label())))
                        .toList());
    }

    private Viewer viewer() {
        String name = Account.current().name();
        return new Viewer(name, staff.member(name).map(Staff.Member::groups).orElseThrow(Refusal::notFound));
    }

    private static @Nullable String given(String parameter, @Nullable String value, int most) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > most) {
            throw Refusal.invalidField(parameter, "field.too-long", most);
        }
        return value.strip();
    }
}
