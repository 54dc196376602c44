package org.tradeassurance.tasklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Multiplies the rows of a task that was really reached: its order, its processes, its history, with other amounts, dates and owners. */
class ManyTasks {

    /** Each ends in an UUID, whose last twelve digits only name the machine. */
    private static final Set<String> ENGINE_IDS = Set.of(
            "id_",
            "root_proc_inst_id_",
            "proc_inst_id_",
            "process_instance_id_",
            "parent_id_",
            "super_exec_",
            "super_process_instance_id_",
            "execution_id_",
            "task_id_",
            "var_scope_",
            "bytearray_id_",
            "exception_stack_id_",
            "act_inst_id_",
            "parent_act_inst_id_",
            "call_proc_inst_id_");

    /** Of the rows of an instance. */
    private static final Map<String, String> ENGINE_TABLES = new LinkedHashMap<>();

    static {
        String instances = "(select proc_inst_id_ from act_ru_execution where business_key_ = :key)";
        String tasks = "(select id_ from act_ru_task where proc_inst_id_ in %s)".formatted(instances);
        ENGINE_TABLES.put(
                "act_ge_bytearray",
                "id_ in (select bytearray_id_ from act_ru_variable where proc_inst_id_ in %s)".formatted(instances));
        ENGINE_TABLES.put("act_ru_execution", "proc_inst_id_ in " + instances);
        ENGINE_TABLES.put("act_ru_task", "proc_inst_id_ in " + instances);
        ENGINE_TABLES.put("act_ru_identitylink", "task_id_ in " + tasks);
        ENGINE_TABLES.put("act_ru_variable", "proc_inst_id_ in " + instances);
        ENGINE_TABLES.put("act_ru_event_subscr", "proc_inst_id_ in " + instances);
        ENGINE_TABLES.put("act_ru_job", "process_instance_id_ in " + instances);
        ENGINE_TABLES.put("act_hi_procinst", "proc_inst_id_ in " + instances);
        ENGINE_TABLES.put("act_hi_actinst", "proc_inst_id_ in " + instances);
        ENGINE_TABLES.put("act_hi_taskinst", "proc_inst_id_ in " + instances);
        ENGINE_TABLES.put("act_hi_op_log", "proc_inst_id_ in " + instances);
    }

    private static final String KEY = "the key itself";

    private static final List<String> ORDER_TABLES = List.of(
            "trade_order", "contract_version", "operation_record", "remittance", "export_order", "feedback", "dispute");

    private final JdbcClient jdbc;
    private final List<String> owners;

    /** @param owners who has claimed every fourth task, in turn */
    ManyTasks(JdbcClient jdbc, List<String> owners) {
        this.jdbc = jdbc;
        this.owners = owners;
    }

    /** Makes copies of an order with all that runs for it. */
    void copyOrder(String orderNo, int copies) {
        Map<String, String> changes = Map.of(
                "order_no",
                "case when t.order_no is null then null else " + copyOf(orderNo) + " end",
                "remittance_id",
                "t.remittance_id || '-' || n",
                "bank_reference",
                "t.bank_reference || '-' || n",
                "export_order_no",
                "t.export_order_no || '-' || n");
        ORDER_TABLES.forEach(table -> copy(table, "t.order_no = :key", changes, orderNo, copies));
        copyProcesses(orderNo, copyOf(orderNo), copies);
    }

    /** The same for what belongs to no order, and the row that it is about. */
    void copyStandAlone(String key, String table, String column, int copies) {
        Map<String, String> changes = Map.of(
                column, copied(column), "bank_reference", copied("bank_reference"), "reference", copied("reference"));
        copy(table, column + " = :key", changes, key, copies);
        copyProcesses(key, "'" + key + "-' || n", copies);
    }

    private static String copied(String column) {
        return "t." + column + " || '-' || n";
    }

    /** Order numbers are 14 digits: 9, five of the template's, the copy's. */
    private static String copyOf(String orderNo) {
        return "'9' || right('" + orderNo + "', 7) || lpad(n::text, 6, '0')";
    }

    private void copyProcesses(String key, String newKey, int copies) {
        String owner = owners.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ", "array[", "]"));
        Map<String, String> changes = new LinkedHashMap<>();
        ENGINE_IDS.forEach(id -> changes.put(id, "left(t.%s, -12) || lpad(n::text, 12, '0')".formatted(id)));
        changes.put("business_key_", "case when t.business_key_ is not null then " + newKey + " end");
        changes.put("assignee_", "case when n % 4 = 0 then (" + owner + ")[1 + (n / 4) % " + owners.size() + "] end");
        changes.put("create_time_", "t.create_time_ - n * interval '7 minutes'");
        changes.put(KEY, newKey);
        changes.put("due_date_", "t.due_date_ + (n % 500 - 100) * interval '1 hour'");
        changes.put(
                "priority_",
                "case when amount(n) >= 100000 then 90 when amount(n) >= 10000 then 70 else 50 end"
                        .replace("amount(n)", AMOUNT));
        ENGINE_TABLES.forEach((table, where) -> copy(table, where, changes, key, copies));
    }

    /** Between 100 and 160,000 dollars, most of them small. */
    private static final String AMOUNT = "(100 + (n * 7919 % 400) ^ 2)::numeric";

    private void copy(String table, String where, Map<String, String> changes, String key, int copies) {
        List<String> columns =
                jdbc.sql("""
                        select column_name from information_schema.columns
                         where table_name = :table and is_identity = 'NO' and is_generated = 'NEVER' order by ordinal_position
                        """).param("table", table).query(String.class).list();
        String values =
                columns.stream().map(column -> value(table, column, changes)).collect(Collectors.joining(", "));
        jdbc.sql("insert into %s (%s) select %s from %s t cross join generate_series(1, :copies) n where %s"
                        .formatted(table, String.join(", ", columns), values, table, where))
                .param("copies", copies)
                .param("key", key)
                .update();
    }

    private static String value(String table, String column, Map<String, String> changes) {
        boolean variable = table.equals("act_ru_variable");
        if (variable && column.equals("double_")) {
            return "case when t.name_ = 'amountValue' then " + AMOUNT + "::float8 else t.double_ end";
        }
        if (variable && column.equals("text_")) {
            return "case when t.name_ = 'amount' then to_char(" + AMOUNT + ", 'FM999,999,990.00') || ' USD'"
                    + " when t.name_ = 'orderNo' and t.text_ = :key then " + changes.get(KEY)
                    + " else t.text_ end";
        }
        boolean ofTask = table.equals("act_ru_task") || table.equals("act_hi_taskinst");
        boolean only =
                Set.of("assignee_", "create_time_", "due_date_", "priority_").contains(column);
        return changes.containsKey(column) && (ofTask || !only) ? changes.get(column) : "t." + column;
    }
}
