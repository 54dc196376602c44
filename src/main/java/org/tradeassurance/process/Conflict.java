package org.tradeassurance.process;

import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/** Tells a failure that only says "somebody else was faster" from others: the same command may well succeed when it runs again. */
public final class Conflict {

    /** Serialization failure, deadlock, lock not available, unique violation. */
    private static final Set<String> SQL_STATES = Set.of("40001", "40P01", "55P03", "23505");

    private Conflict() {}

    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyFailureException
                    || cause instanceof DuplicateKeyException
                    || cause instanceof OptimisticLockingException
                    || (cause instanceof SQLException sql && SQL_STATES.contains(String.valueOf(sql.getSQLState())))) {
                return true;
            }
        }
        return false;
    }
}
