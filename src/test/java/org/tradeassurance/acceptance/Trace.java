package org.tradeassurance.acceptance;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that the database holds about the only order of a supplier, as lines in which nothing tells one such order from another. */
record Trace(JdbcClient jdbc, String no, String supplier, String buyer) {

    /** Columns that name who did it, or that are counted over all orders. */
    private static final String APART =
            "{id,actor,author,opened_by,filed_by,decided_by,notified_by,paid_by,dispute_id,inbox_no,operation_key,source_key,body_hash,"
                    + "sent_at,attempts,last_error}";

    private static final String NUMBERS = "\\b(?:(?:BANK|LOST|OUT|CITI|CC|EO|RF|R|C)-[\\w-]+|\\d{6}-\\d{4})\\b";

    List<String> lines() {
        Stream<String> tables =
                jdbc.sql("""
                        select distinct table_name from information_schema.columns natural join information_schema.tables
                         where table_type = 'BASE TABLE' and table_schema = 'public' and column_name in ('order_no', 'supplier_id')
                           and table_name <> 'search_word' -- says again what stands in the others
                         order by table_name
                        """).query(String.class).list().stream().flatMap(table -> rows(table).stream());
        return Stream.concat(tables, waits().stream()).map(this::anonymous).toList();
    }

    /** The record in its order, other rows in any. */
    private List<String> rows(String table) {
        String by = columns(table).contains("order_no") ? "order_no = :no" : "supplier_id = :supplier";
        String sort = table.equals("operation_record") ? "t.id" : "(to_jsonb(t) - cast(:apart as text[]))::text";
        return jdbc
                .sql("select to_jsonb(t) - cast(:apart as text[]) from %s t where %s order by %s"
                        .formatted(table, by, sort))
                .param("no", no)
                .param("supplier", supplier)
                .param("apart", APART)
                .query(String.class)
                .list()
                .stream()
                .map(row -> table + " "
                        + (table.matches("outbox_mail|webhook") ? row.replaceAll("\"due_at\": \"[^\"]*\", ", "") : row))
                .toList();
    }

    private List<String> columns(String table) {
        return jdbc.sql("select column_name from information_schema.columns where table_name = :table")
                .param("table", table)
                .query(String.class)
                .list();
    }

    /** What the engine waits for, as long as the order's process runs. */
    private List<String> waits() {
        return jdbc.sql("""
                        with process as (select proc_inst_id_ from act_ru_execution where business_key_ = :no)
                        select concat_ws(' ', 'task', task_def_key_, suspension_state_, due_date_, priority_)
                          from act_ru_task where proc_inst_id_ in (table process)
                        union all
                        select concat_ws(' ', 'message', event_name_, activity_id_)
                          from act_ru_event_subscr where proc_inst_id_ in (table process)
                        union all
                        select concat_ws(' ', 'job', handler_type_, handler_cfg_, duedate_, suspension_state_, retries_)
                          from act_ru_job where process_instance_id_ in (table process)
                        order by 1
                        """).param("no", no).query(String.class).list();
    }

    String anonymous(String text) {
        return text.replace(no, "{no}")
                .replace(supplier, "{supplier}")
                .replace(buyer, "{buyer}")
                .replaceAll(NUMBERS, "{number}")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", "{uuid}");
    }
}
