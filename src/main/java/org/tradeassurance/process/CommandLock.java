package org.tradeassurance.process;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps commands and changes of the whole system apart: every command holds it shared, a clock change or a reset alone. */
@Component
public class CommandLock {

    private static final long KEY = 0x7261_6465_6c6f_636bL;

    private final JdbcClient jdbc;

    CommandLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends, together with other commands; waits while somebody has it alone. */
    public void shared() {
        jdbc.sql("select pg_advisory_xact_lock_shared(:key)")
                .param("key", KEY)
                .query((row, i) -> 0)
                .list();
    }

    /** Until the transaction ends, alone. */
    public void exclusive() {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", KEY)
                .query((row, i) -> 0)
                .list();
    }
}
