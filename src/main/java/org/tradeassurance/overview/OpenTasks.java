package org.tradeassurance.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.overview.Overview.DeskTasks;
import org.tradeassurance.overview.TaskFigures.DeskCalendar;
import org.tradeassurance.overview.TaskFigures.DueDay;
import org.tradeassurance.overview.TaskFigures.Holder;
import org.tradeassurance.process.DrawnTasks;
import org.tradeassurance.process.TradeOrderModel;

/**
 * The open tasks in figures. Of an order that a dispute freezes, only the dispute's task counts. The engine keeps their times in the zone of
 * the machine.
 */
@Repository
class OpenTasks {

    private static final int DAYS = 7;

    private static final String OPEN = """
            with open as (
                select t.* from act_ru_task t
                 where t.suspension_state_ = 1 and not exists (
                       select from trade_order o join act_ru_execution e on e.business_key_ = o.order_no
                        where o.frozen_at is not null and e.id_ = t.proc_inst_id_ and t.task_def_key_ <> :dispute))
            """;

    private static final String OF_DESKS = """
              from unnest(string_to_array(:desks, ' ')) desk
              left join (act_ru_identitylink l join open t on t.id_ = l.task_id_) on l.group_id_ = desk and l.type_ = 'candidate'
             group by desk""";

    private static final String BY_DESK = OPEN + """
            select desk, count(t.id_) as open, count(*) filter (where t.due_date_ <= :now) as overdue,
                   count(*) filter (where t.id_ is not null and t.assignee_ is null) as unassigned, min(t.create_time_) as oldest_at
            """ + OF_DESKS + " order by desk";

    private static final String BY_DAY = OPEN + """
            select desk, width_bucket(t.due_date_, string_to_array(:ends, ' ')::timestamp[]) as place, count(t.id_) as open
            """ + OF_DESKS + ", place";

    private static final String BY_PERSON = OPEN + """
            select assignee_ as person, nullif(concat_ws(' ', u.first_, u.last_), '') as name, count(*) as open,
                   count(*) filter (where due_date_ <= :now) as overdue, min(create_time_) as oldest_at
              from open t left join act_id_user u on u.id_ = t.assignee_
             where assignee_ is not null
             group by assignee_, u.id_
             order by count(*) desc, assignee_
            """;

    /** @param place between which of the ends they are due; null without a date */
    record Due(String desk, @Nullable Integer place, long open) {}

    private final JdbcClient jdbc;
    private final DrawnTasks models;

    OpenTasks(JdbcClient jdbc, DrawnTasks models) {
        this.jdbc = jdbc;
        this.models = models;
    }

    List<DeskTasks> byDesk(Instant now) {
        return open(BY_DESK)
                .param("now", local(now))
                .param("desks", desks())
                .query(DeskTasks.class)
                .list();
    }

    TaskFigures read(Instant now) {
        Bounds bounds = new Bounds(now);
        List<Due> due = open(BY_DAY)
                .param("ends", ends(bounds))
                .param("desks", desks())
                .query(Due.class)
                .list();
        return new TaskFigures(
                now,
                byDesk(now).stream()
                        .map(desk -> calendar(desk, due, bounds.today()))
                        .toList(),
                open(BY_PERSON).param("now", local(now)).query(Holder.class).list());
    }

    private JdbcClient.StatementSpec open(String sql) {
        return jdbc.sql(sql).param("dispute", TradeOrderModel.TASK_DECIDE_DISPUTE);
    }

    /** Now and the ends of the days: what is due at one of them belongs before it, so that they are told as the instants right after. */
    private static String ends(Bounds bounds) {
        return IntStream.rangeClosed(0, DAYS)
                .mapToObj(day -> day == 0 ? bounds.now() : bounds.endOfDay(day - 1))
                .map(end -> local(end.plusMillis(1)).toString())
                .collect(Collectors.joining(" "));
    }

    private static DeskCalendar calendar(DeskTasks tasks, List<Due> due, LocalDate today) {
        IntToLongFunction at = place -> due.stream()
                .filter(some -> some.desk().equals(tasks.desk()) && Objects.equals(some.place(), place))
                .mapToLong(Due::open)
                .sum();
        return new DeskCalendar(
                tasks,
                IntStream.range(0, DAYS)
                        .mapToObj(day -> new DueDay(today.plusDays(day), at.applyAsLong(day + 1)))
                        .toList(),
                at.applyAsLong(DAYS + 1));
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneId.systemDefault());
    }

    /** Those that any model in use gives a task to. */
    private String desks() {
        return models.inUse().stream()
                .flatMap(task -> task.desks().stream())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
