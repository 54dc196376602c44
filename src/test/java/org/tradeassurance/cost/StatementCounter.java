package org.tradeassurance.cost;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Wraps the data source and counts what goes through it while it is on; scheduled checks don't count. */
class StatementCounter implements BeanPostProcessor {

    /**
     * What was sent.
     *
     * @param statements executed ones, each entry of a batch
     * @param roundTrips calls that wait for the database, without commits and savepoints
     */
    record Cost(int statements, int roundTrips, int savepoints, int commits) {

        static final Cost NOTHING = new Cost(0, 0, 0, 0);

        Cost plus(Cost other) {
            return new Cost(
                    statements + other.statements,
                    roundTrips + other.roundTrips,
                    savepoints + other.savepoints,
                    commits + other.commits);
        }
    }

    private Cost cost = Cost.NOTHING;
    private final Map<String, Integer> texts = new TreeMap<>();
    private boolean on;

    synchronized void on() {
        on = true;
        cost = Cost.NOTHING;
        texts.clear();
    }

    synchronized Cost off() {
        on = false;
        return cost;
    }

    /** How often each SQL text was executed since {@link #on}. */
    synchronized Map<String, Integer> texts() {
        return Map.copyOf(texts);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource ? wrap(DataSource.class, bean, null) : bean;
    }

    private <T> T wrap(Class<T> type, Object target, @Nullable String sql) {
        int[] batched = new int[1];
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    @Nullable Object[] arguments = given == null ? new Object[0] : given;
                    note(method, arguments, sql, batched);
                    return watched(target, call(target, method, arguments), arguments);
                }));
    }

    private @Nullable Object watched(Object target, @Nullable Object result, @Nullable Object[] arguments) {
        if (result instanceof PreparedStatement) {
            return wrap(PreparedStatement.class, result, String.valueOf(arguments[0]));
        }
        if (result instanceof Statement) {
            return wrap(Statement.class, result, null);
        }
        return result instanceof Connection && target instanceof DataSource
                ? wrap(Connection.class, result, null)
                : result;
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private synchronized void note(Method method, @Nullable Object[] arguments, @Nullable String sql, int[] batched) {
        String text = sql == null && arguments.length > 0 ? String.valueOf(arguments[0]) : String.valueOf(sql);
        switch (method.getName()) {
            case "addBatch" -> {
                batched[0]++;
                count(new Cost(1, 0, 0, 0), text);
            }
            case "executeBatch" -> {
                count(new Cost(0, batched[0] == 0 ? 0 : 1, 0, 0), null);
                batched[0] = 0;
            }
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> count(new Cost(1, 1, 0, 0), text);
            case "setSavepoint", "releaseSavepoint" -> count(new Cost(0, 0, 1, 0), null);
            case "rollback" -> {
                boolean toSavepoint = arguments.length == 1 && arguments[0] instanceof Savepoint;
                count(toSavepoint ? new Cost(0, 0, 1, 0) : new Cost(0, 0, 0, 1), null);
            }
            case "commit" -> count(new Cost(0, 0, 0, 1), null);
            default -> {}
        }
    }

    private void count(Cost more, @Nullable String text) {
        if (on && !Thread.currentThread().getName().startsWith("scheduling-")) {
            cost = cost.plus(more);
            if (text != null) {
                texts.merge(text.replaceAll("\\s+", " ").strip(), 1, Integer::sum);
            }
        }
    }
}
