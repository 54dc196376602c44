package org.tradeassurance.races;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What two events made of an order, in rows that are equal for twins, and what each of the two was answered. */
record Outcome(List<String> rows, String one, String other) {

    /** Whatever is stored about an order, its processes and its money; twins differ in numbers and ids, which are left out. */
    private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put("order", """
                select key || '=' || value
                  from trade_order o, jsonb_each_text(to_jsonb(o) - 'order_no' - 'created_at')
                 where o.order_no = :no and value is not null
                """);
        QUESTIONS.put("contracts", """
                select version || ' ' || party || ' ' || jsonb_path_query_first(content, '$.lines[0].unitPrice')
                  from contract_version where order_no = :no
                """);
        QUESTIONS.put("remittances", """
                select concat_ws(' ', amount, state, reason, leg, applied_to_deposit, applied_to_balance, refund_due)
                  from remittance where bank_reference like '%-' || :no
                """);
        QUESTIONS.put("record", "select action from operation_record where order_no = :no");
        QUESTIONS.put("mails", "select template || ' ' || recipient from outbox_mail where order_no = :no");
        QUESTIONS.put("quota", "select kind || ' ' || amount from quota_entry where order_no = :no");
        QUESTIONS.put("points", "select points::text from points_entry where source_key like '%' || :no || '%'");
        QUESTIONS.put("exports", "select concat_ws(' ', status, cleared_on) from export_order where order_no = :no");
        QUESTIONS.put(
                "disputes", "select concat_ws(' ', kind, outcome, amount_granted) from dispute where order_no = :no");
        QUESTIONS.put("feedback", "select concat_ws(' ', text, reply) from feedback where order_no = :no");
        QUESTIONS.put("tasks", """
                select t.task_def_key_ || ' due ' || coalesce(t.due_date_::text, '-')
                  from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                 where e.business_key_ in (select :no union select remittance_id from remittance where bank_reference like '%-' || :no)
                """);
        QUESTIONS.put("jobs", """
                select concat_ws(' ', d.act_id_, j.duedate_, case j.suspension_state_ when 1 then 'active' else 'suspended' end,
                                 case when j.retries_ = 0 then 'NO RETRIES LEFT' end)
                  from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_ join act_ru_execution e on e.id_ = j.process_instance_id_
                 where e.business_key_ = :no
                """);
        QUESTIONS.put("waits", """
                select s.event_name_ || ' at ' || s.activity_id_
                  from act_ru_event_subscr s join act_ru_execution e on e.id_ = s.proc_inst_id_
                 where e.business_key_ = :no
                """);
        QUESTIONS.put("tokens", """
                select coalesce(x.act_id_, '-')
                  from act_ru_execution x join act_ru_execution e on e.id_ = x.proc_inst_id_
                 where e.business_key_ = :no
                """);
        QUESTIONS.put("incidents", """
                select i.activity_id_ from act_ru_incident i join act_ru_execution e on e.id_ = i.proc_inst_id_ where e.business_key_ = :no
                """);
    }

    static Outcome of(JdbcClient jdbc, String no, String one, String other) {
        List<String> rows = new ArrayList<>();
        QUESTIONS.forEach((name, sql) -> jdbc.sql(sql).param("no", no).query(String.class).list().stream()
                .sorted()
                .forEach(row -> rows.add(name + " " + row)));
        return new Outcome(rows, one.replace(no, "{no}"), other.replace(no, "{no}"));
    }

    static boolean isTaken(String answer) {
        return answer.startsWith("2");
    }

    /** The same rows, and each caller was told what the serial one was told; whoever came too late may also be told 409. */
    boolean equalsSerial(Outcome serial) {
        return rows.equals(serial.rows) && sameAnswer(one, serial.one) && sameAnswer(other, serial.other);
    }

    private static boolean sameAnswer(String raced, String serial) {
        return raced.equals(serial) || (!isTaken(serial) && raced.startsWith("409"));
    }

    /** What differs, for people. */
    String unlike(Outcome serial) {
        return "[%s | %s] instead of [%s | %s] +%s -%s"
                .formatted(one, other, serial.one, serial.other, minus(rows, serial.rows), minus(serial.rows, rows));
    }

    private static List<String> minus(List<String> rows, List<String> others) {
        List<String> rest = new ArrayList<>(rows);
        others.forEach(rest::remove);
        return rest;
    }
}
