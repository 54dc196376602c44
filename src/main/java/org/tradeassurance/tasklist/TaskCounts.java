package org.tradeassurance.tasklist;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.tasklist.DeskPlan.Owner;
import org.tradeassurance.tasklist.DeskPlan.Queue;

/** How many tasks wait in each queue of a viewer, in one statement. */
@Repository
class TaskCounts {

    private final JdbcClient jdbc;
    private final DesksInUse desks;

    TaskCounts(JdbcClient jdbc, DesksInUse desks) {
        this.jdbc = jdbc;
        this.desks = desks;
    }

    /** Of a queue. */
    record Waiting(int open, int overdue, int unassigned) {}

    /**
     * Of the tasks of one step.
     *
     * @param own of the viewer's desks; who observes sees others too
     */
    record Counted(
            String step,
            boolean own,
            boolean frozen,
            int open,
            int overdue,
            int today,
            int unassigned,
            int overdueFree,
            int todayFree,
            int mine,
            int mineOverdue) {}

    List<Counted> all(Viewer viewer, Instant now) {
        return jdbc.sql("""
                        select task_def_key_, own, frozen, count(*) as open, count(*) filter (where late) as overdue,
                               count(*) filter (where today) as today, count(*) filter (where free) as unassigned,
                               count(*) filter (where late and free) as overdue_free, count(*) filter (where today and free) as today_free,
                               count(*) filter (where assignee_ = :me) as mine,
                               count(*) filter (where late and assignee_ = :me) as mine_overdue
                          from (select t.task_def_key_, t.assignee_, %s as own, t.assignee_ is null as free,
                                       t.due_date_ <= :now as late, t.due_date_ > :now and t.due_date_ <= :today as today, %s as frozen
                                  from act_ru_task t
                                 where t.suspension_state_ = 1 and (:all or %s)) t
                         group by task_def_key_, own, frozen
                        """.formatted(TaskFilter.OF_MY_DESKS, TaskFilter.FROZEN, TaskFilter.OF_MY_DESKS))
                .param("me", viewer.name())
                .param("groups", TaskFilter.groups(viewer))
                .param("all", desks.seesAll(viewer))
                .param("now", TaskFilter.engineTime(now))
                .param("today", TaskFilter.engineTime(TaskFilter.endOfToday(now)))
                .query((row, i) -> new Counted(
                        row.getString("task_def_key_"),
                        row.getBoolean("own"),
                        row.getBoolean("frozen"),
                        row.getInt("open"),
                        row.getInt("overdue"),
                        row.getInt("today"),
                        row.getInt("unassigned"),
                        row.getInt("overdue_free"),
                        row.getInt("today_free"),
                        row.getInt("mine"),
                        row.getInt("mine_overdue")))
                .list();
    }

    static Waiting of(Queue queue, List<Counted> all) {
        Predicate<Counted> in = counted -> isIn(queue, counted);
        if (queue.of() == Owner.ME) {
            return new Waiting(sum(all, in, Counted::mine), sum(all, in, Counted::mineOverdue), 0);
        }
        if (queue.due() == DeskPlan.Due.OVERDUE) {
            int late = sum(all, in, Counted::overdue);
            return new Waiting(late, late, sum(all, in, Counted::overdueFree));
        }
        if (queue.due() == DeskPlan.Due.TODAY) {
            return new Waiting(sum(all, in, Counted::today), 0, sum(all, in, Counted::todayFree));
        }
        return new Waiting(
                sum(all, in, Counted::open), sum(all, in, Counted::overdue), sum(all, in, Counted::unassigned));
    }

    private static boolean isIn(Queue queue, Counted counted) {
        Owner owner = queue.of();
        if (owner == null) {
            return !counted.frozen() && queue.tasks().contains(counted.step());
        }
        return switch (owner) {
            case EVERYBODY -> true;
            case ME -> !counted.frozen();
            case MY_DESKS -> !counted.frozen() && counted.own();
            case FROZEN -> counted.frozen() && counted.own();
        };
    }

    private static int sum(List<Counted> all, Predicate<Counted> in, ToIntFunction<Counted> what) {
        return all.stream().filter(in).mapToInt(what).sum();
    }
}
