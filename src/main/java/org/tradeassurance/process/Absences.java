package org.tradeassurance.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tradeassurance.order.BusinessTime;

/** Who of the staff is away. Nobody hands them a task meanwhile: it goes to who stands in. */
@Repository
public class Absences {

    private final JdbcClient jdbc;
    private final Clock clock;

    Absences(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From its first day to its last, both included. */
    public record Absence(String login, LocalDate from, LocalDate until, String deputy) {}

    /** The absence of somebody who is away today. */
    public Optional<Absence> now(String login) {
        return jdbc.sql("""
                        select login, from_on, until_on, deputy from absence
                         where login = :login and :today between from_on and until_on
                        """)
                .param("login", login)
                .param("today", BusinessTime.dateOf(clock.instant()))
                .query((row, i) -> new Absence(
                        row.getString("login"),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("until_on", LocalDate.class),
                        row.getString("deputy")))
                .optional();
    }

    /** In the place of what was known before. */
    public void put(Absence absence, String by) {
        jdbc.sql("""
                        insert into absence (login, from_on, until_on, deputy, set_by, set_at)
                        values (:login, :from, :until, :deputy, :by, :at)
                        on conflict (login) do update
                           set from_on = excluded.from_on, until_on = excluded.until_on, deputy = excluded.deputy,
                               set_by = excluded.set_by, set_at = excluded.set_at
                        """)
                .param("login", absence.login())
                .param("from", absence.from())
                .param("until", absence.until())
                .param("deputy", absence.deputy())
                .param("by", by)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void end(String login) {
        jdbc.sql("delete from absence where login = :login")
                .param("login", login)
                .update();
    }
}
