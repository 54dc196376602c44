package org.tradeassurance.tasklist;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.tasklist.DeskPlan.Due;
import org.tradeassurance.tasklist.DeskPlan.Handling;
import org.tradeassurance.tasklist.DeskPlan.Owner;
import org.tradeassurance.tasklist.DeskPlan.Queue;

/**
 * Which open tasks are wanted: those of a queue that the viewer may see, and of these what is filtered.
 *
 * @param seesAll who observes sees what is open; everybody else the tasks of their desks
 * @param holder whose tasks; null for anybody's
 */
record TaskFilter(
        Queue queue,
        Viewer viewer,
        boolean seesAll,
        @Nullable String text,
        @Nullable String holder,
        boolean unassigned,
        Instant now) {

    /** Of the viewer's desks: who may work on a task is a row beside it. */
    static final String OF_MY_DESKS = """
            t.id_ in (select l.task_id_ from act_ru_identitylink l
                       where l.type_ = 'candidate' and l.group_id_ in (:groups))""";

    /** While a dispute freezes an order, its tasks wait for nobody: they have a queue of their own. */
    static final String FROZEN = "t.priority_ <= " + Handling.FROZEN;

    static final String NOT_FROZEN = "t.priority_ > " + Handling.FROZEN;

    /** The conditions of a statement over {@code act_ru_task t}, and their parameters. */
    record Where(List<String> conditions, Map<String, Object> parameters) {

        void add(String condition) {
            conditions.add(condition);
        }

        void add(String condition, String name, Object value) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    Where where() {
        Where where = new Where(new ArrayList<>(), new LinkedHashMap<>());
        where.add("t.suspension_state_ = 1");
        if (!seesAll || queue.of() == Owner.MY_DESKS || queue.of() == Owner.FROZEN) {
            where.add(OF_MY_DESKS, "groups", groups(viewer));
        }
        if (queue.of() == null) {
            where.add("t.task_def_key_ in (:tasks)", "tasks", queue.tasks());
        } else if (queue.of() == Owner.ME) {
            where.add("t.assignee_ = :me", "me", viewer.name());
        }
        if (queue.of() != Owner.EVERYBODY) {
            where.add(queue.of() == Owner.FROZEN ? FROZEN : NOT_FROZEN);
        }
        due(where);
        if (holder != null) {
            where.add("t.assignee_ = :holder", "holder", holder);
        }
        if (unassigned) {
            where.add("t.assignee_ is null");
        }
        if (text != null) {
            where.add("""
                    exists (select from act_ru_variable f where f.task_id_ = t.id_ and f.text_ ilike :pattern
                             and f.name_ in ('orderNo', 'buyer', 'supplier', 'reference', 'refundNo', 'exportOrderNo', 'complaint', 'info', 'amount'))
                    """, "pattern", "%" + pattern(text) + "%");
        }
        return where;
    }

    private void due(Where where) {
        if (queue.due() == Due.OVERDUE) {
            where.add("t.due_date_ <= :now", "now", engineTime(now));
        } else if (queue.due() == Due.TODAY) {
            where.add("t.due_date_ > :now", "now", engineTime(now));
            where.add("t.due_date_ <= :today", "today", engineTime(endOfToday(now)));
        }
    }

    /** A member of no group sees nothing, and an empty list is no SQL. */
    static Set<String> groups(Viewer viewer) {
        return viewer.groups().isEmpty() ? Set.of("") : viewer.groups();
    }

    static Instant endOfToday(Instant now) {
        return BusinessTime.endOfDayAfter(BusinessTime.dateOf(now), 0);
    }

    /** The engine keeps local times of the machine's zone. */
    static LocalDateTime engineTime(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneId.systemDefault());
    }

    private static String pattern(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }
}
