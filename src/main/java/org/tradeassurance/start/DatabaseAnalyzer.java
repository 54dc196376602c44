package org.tradeassurance.start;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A database that is not there, or does not let us in. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final String CONNECTION = "08";
    private static final String LOGIN = "28";
    private static final String NO_SUCH_DATABASE = "3D";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        if (!state.startsWith(CONNECTION) && !state.startsWith(LOGIN) && !state.startsWith(NO_SUCH_DATABASE)) {
            return null;
        }
        return new FailureAnalysis(
                "The database cannot be used, look at spring.datasource.url, .username and .password: "
                        + cause.getMessage(),
                null,
                failure);
    }
}
