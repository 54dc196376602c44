package org.tradeassurance.tasklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Words;
import org.tradeassurance.tasklist.TaskTable.Person;

/** The people of a desk and what each of them holds, in one statement. */
@Repository
class Team {

    private static final String PEOPLE = """
            with held as (
                select l.group_id_ as desk, coalesce(t.assignee_, '') as who, count(*) as open,
                       count(*) filter (where t.due_date_ <= :now) as overdue, min(t.create_time_) as oldest
                  from act_ru_task t
                  join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ in (:desks)
                 where t.suspension_state_ = 1 and %s
                 group by 1, 2),
            people as (
                select group_id_ as desk, user_id_ as who, true as member from act_id_membership where group_id_ in (:desks)
                 union all
                select desk, who, false from held h
                 where not exists (select from act_id_membership m where m.group_id_ = h.desk and m.user_id_ = h.who))
            select p.desk, p.who, p.member, u.first_, u.last_, h.open, h.overdue, h.oldest,
                   a.from_on, a.until_on, a.deputy, d.first_ as deputy_first, d.last_ as deputy_last
              from people p
              left join held h on h.desk = p.desk and h.who = p.who
              left join act_id_user u on u.id_ = p.who
              left join absence a on a.login = p.who and a.until_on >= :today
              left join act_id_user d on d.id_ = a.deputy
             order by p.desk, p.who
            """.formatted(TaskFilter.NOT_FROZEN);

    private final JdbcClient jdbc;

    Team(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param now whether it has begun */
    record Away(LocalDate from, LocalDate until, Person deputy, boolean now) {}

    /**
     * Somebody with the tasks that they hold at the desk.
     *
     * @param member false for who has left the desk and holds tasks nevertheless
     */
    record Colleague(
            String login,
            String name,
            boolean member,
            int open,
            int overdue,
            @Nullable Instant oldestAt,
            @Nullable Away absence) {}

    /**
     * A desk of the viewer's.
     *
     * @param leads whether the viewer leads it, and so hands over what others hold
     * @param oldestAt of what nobody holds
     */
    record DeskTeam(
            String desk,
            Words name,
            boolean leads,
            int unassigned,
            int unassignedOverdue,
            @Nullable Instant oldestAt,
            List<Colleague> members) {}

    List<DeskTeam> of(List<DeskPlan.Desk> desks, Viewer viewer, Instant now) {
        if (desks.isEmpty()) {
            return List.of();
        }
        LocalDate today = BusinessTime.dateOf(now);
        Map<String, List<Colleague>> people = new LinkedHashMap<>();
        jdbc.sql(PEOPLE)
                .param("desks", desks.stream().map(DeskPlan.Desk::group).toList())
                .param("now", TaskFilter.engineTime(now))
                .param("today", today)
                .query((row, i) -> people.computeIfAbsent(row.getString("desk"), desk -> new ArrayList<>())
                        .add(colleague(row, today)))
                .list();
        return desks.stream()
                .map(desk -> team(desk, viewer, people.getOrDefault(desk.group(), List.of())))
                .toList();
    }

    private static DeskTeam team(DeskPlan.Desk desk, Viewer viewer, List<Colleague> all) {
        Colleague nobody = all.stream()
                .filter(person -> person.login().isEmpty())
                .findFirst()
                .orElse(new Colleague("", "", false, 0, 0, null, null));
        return new DeskTeam(
                desk.group(),
                Words.of(desk.name()),
                viewer.leads(desk.group()),
                nobody.open(),
                nobody.overdue(),
                nobody.oldestAt(),
                all.stream().filter(person -> !person.login().isEmpty()).toList());
    }

    private static Colleague colleague(ResultSet row, LocalDate today) throws SQLException {
        Person person =
                Person.of(row.getString("who"), TaskTable.name(row.getString("first_"), row.getString("last_")));
        Timestamp oldest = row.getTimestamp("oldest");
        return new Colleague(
                person.login(),
                person.name(),
                row.getBoolean("member"),
                row.getInt("open"),
                row.getInt("overdue"),
                oldest == null ? null : oldest.toInstant(),
                away(row, today));
    }

    private static @Nullable Away away(ResultSet row, LocalDate today) throws SQLException {
        String deputy = row.getString("deputy");
        if (deputy == null) {
            return null;
        }
        LocalDate from = row.getObject("from_on", LocalDate.class);
        return new Away(
                from,
                row.getObject("until_on", LocalDate.class),
                Person.of(deputy, TaskTable.name(row.getString("deputy_first"), row.getString("deputy_last"))),
                !from.isAfter(today));
    }
}
