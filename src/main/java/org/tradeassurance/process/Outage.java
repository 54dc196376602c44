package org.tradeassurance.process;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells a failure of the database itself from others: it is away, silent, full, or has turned read-only. What was sent to it last may have
 * been stored all the same, since a commit whose reply is lost is a commit.
 */
public final class Outage {

    /** Connection lost, insufficient resources (a full disk too), shut down, input or output failed: by class. */
    private static final Set<String> SQL_CLASSES = Set.of("08", "53", "57", "58");

    /** Idle in a transaction for too long; a server that only reads. */
    private static final Set<String> SQL_STATES = Set.of("25P03", "25006");

    private Outage() {}

    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof QueryTimeoutException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException
                    || cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException sql && isOutage(String.valueOf(sql.getSQLState())))) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing can have been stored, since the transaction never began. */
    public static boolean cameFirst(Throwable failure) {
        return failure instanceof CannotCreateTransactionException;
    }

    private static boolean isOutage(String state) {
        return SQL_STATES.contains(state) || (state.length() == 5 && SQL_CLASSES.contains(state.substring(0, 2)));
    }
}
