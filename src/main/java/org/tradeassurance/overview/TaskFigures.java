package org.tradeassurance.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.overview.Overview.DeskTasks;

/**
 * When the open tasks are due, and who works on them.
 *
 * @param people those who hold tasks, most first
 */
record TaskFigures(Instant at, List<DeskCalendar> desks, List<Holder> people) {

    /**
     * The open tasks of a desk by the day on which they are due, if they are.
     *
     * @param days today and the six days after it
     */
    record DeskCalendar(DeskTasks tasks, List<DueDay> days, long later) {}

    /** What is due on a day and is not overdue yet. */
    record DueDay(LocalDate date, long open) {}

    /**
     * The open tasks that a member of staff holds.
     *
     * @param oldestAt since when the oldest of them is open
     */
    record Holder(String person, @Nullable String name, long open, long overdue, Instant oldestAt) {}
}
