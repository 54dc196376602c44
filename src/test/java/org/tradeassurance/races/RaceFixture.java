package org.tradeassurance.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tradeassurance.acceptance.AcceptanceTest;
import org.tradeassurance.acceptance.Api.Answer;
import org.tradeassurance.acceptance.Draft;
import org.tradeassurance.web.Caller;
import org.tradeassurance.web.doors.Browser;

/** Drives orders to a state and lets events come to them. */
abstract class RaceFixture extends AcceptanceTest {

    private static final String TASKS = "/camunda/api/engine/engine/default/task/";
    private static final int TRIES = 20;

    private static final Map<String, Browser> BROWSERS = new ConcurrentHashMap<>();

    @LocalServerPort
    private int ownPort;

    @Autowired
    private ManagementService management;

    /** An event that is ready to come: the operator has the task open, the backend knows the version. */
    interface Ready {
        /** What the caller is answered. */
        String come();
    }

    private Draft covered() {
        return draft().amounts("40000.00", "12000.00").with("/coverage", "POST_DELIVERY");
    }

    /** A new order that waits in a state, the clock at the instant that the state is about. */
    String driven(WaitState state) {
        at("2015-11-01T09:00:00");
        return switch (state) {
            case NEGOTIATING -> opened(covered().with("/origin", "INQUIRY"));
            case DRAFT -> opened(covered().with("/submit", "false"));
            case EXPORT_CHECK_PENDING -> submitted(covered());
            case EXPORT_REFUSED ->
                opened(
                        covered()
                                .with(
                                        "/lines",
                                        "[{\"product\":\"Lamp\",\"category\":\"EXPORT_REFUSED\",\"quantity\":\"1\",\"unit\":\"Set\",\"unitPrice\":\"40000.00\"}]"));
            case AWAITING_SUPPLIER_CONFIRM -> opened(covered().with("/origin", "BUYER_ORDER"));
            case AWAITING_BUYER_CONFIRM -> opened(covered());
            case AWAITING_DEPOSIT,
                    CANCELLATION_REQUESTED,
                    WINDOW_ENDING,
                    WINDOW_ENDED,
                    FROZEN_BEFORE_PAYMENT,
                    UNMATCHED -> unpaid(state, agreed(covered()));
            case EXPORT_ORDER_PENDING, AWAITING_DEPOSIT_CONFIRM, AWAITING_DEPOSIT_TOPUP, FROZEN_TOPUP, PROPOSED_TOPUP ->
                short_(state, agreed(covered()));
            case AWAITING_SHIPMENT,
                    CLEARED,
                    DECLARED,
                    SHIP_BY_PASSING,
                    FROZEN_BEFORE_SHIPMENT,
                    FROZEN_DECLARED,
                    PROPOSED_DECLARED -> unshipped(state, paid(covered()));
            default -> afterShipment(state, paid(covered()));
        };
    }

    private String submitted(Draft draft) {
        Answer answer = platform.post("/orders", draft.json());
        assertThat(answer.status()).isEqualTo(201);
        return answer.text("/orderNo");
    }

    private String unpaid(WaitState state, String no) {
        switch (state) {
            case CANCELLATION_REQUESTED -> done(no, Event.cancel("BUYER"));
            case WINDOW_ENDING -> at("2015-11-16T09:00:00");
            case WINDOW_ENDED, UNMATCHED -> {
                at("2015-11-16T09:00:00");
                done(no, Event.job("event_paymentWindowEnded"));
                if (state == WaitState.UNMATCHED) {
                    remit("LOST-" + no, "", "12000.00", "TT");
                }
            }
            case FROZEN_BEFORE_PAYMENT -> done(no, Event.dispute("BUYER", "COMPLAINT"));
            default -> assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT");
        }
        return no;
    }

    private String short_(WaitState state, String no) {
        switch (state) {
            case EXPORT_ORDER_PENDING -> done(no, Event.money("11500.00"));
            case AWAITING_DEPOSIT_CONFIRM -> remitted(no, "11500.00");
            default -> remitted(no, "5000.00");
        }
        switch (state) {
            case FROZEN_TOPUP -> done(no, Event.dispute("BUYER", "REFUND"));
            case PROPOSED_TOPUP -> done(no, Event.contract("SUPPLIER", "40000.00", "6000.00"));
            default -> {}
        }
        return no;
    }

    private String unshipped(WaitState state, String no) {
        switch (state) {
            case CLEARED -> done(no, Event.clearance("2015-11-01"));
            case DECLARED, FROZEN_DECLARED, PROPOSED_DECLARED -> done(no, Event.post("shipment-declaration", "{}"));
            case SHIP_BY_PASSING -> at("2015-11-12T00:00:00");
            default -> {}
        }
        switch (state) {
            case FROZEN_BEFORE_SHIPMENT, FROZEN_DECLARED -> done(no, Event.dispute("BUYER", "REFUND"));
            case PROPOSED_DECLARED -> done(no, Event.contract("SUPPLIER", "41000.00", "12000.00"));
            default -> {}
        }
        return no;
    }

    private String afterShipment(WaitState state, String no) {
        done(no, Event.clearance("2015-11-01"));
        done(no, Event.post("shipment-declaration", "{}"));
        switch (state) {
            case SHIPPED_AWAITING_BALANCE, BALANCE_OVERDUE, FROZEN_SHIPPED -> {}
            case BALANCE_SHORT -> done(no, Event.money("27000.00"));
            default -> done(no, Event.money("28000.00"));
        }
        switch (state) {
            case COMPLETED, COVERAGE_ENDING, FEEDBACK_LEFT -> done(no, Event.post("goods-receipt", "{}"));
            default -> {}
        }
        switch (state) {
            case BALANCE_OVERDUE -> atDeadline(no, "balance_chase_at");
            case RECEIPT_OVERDUE -> atDeadline(no, "auto_complete_at");
            case COVERAGE_ENDING -> atDeadline(no, "coverage_ends_at");
            case FEEDBACK_LEFT -> done(no, Event.post("feedback", "{\"text\":\"Good\"}"));
            case FROZEN_SHIPPED, FROZEN_RECEIPT -> done(no, Event.dispute("BUYER", "REFUND"));
            default -> {}
        }
        return no;
    }

    private void atDeadline(String no, String column) {
        clock.set(jdbc.sql("select " + column + " from trade_order where order_no = :no")
                .param("no", no)
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant());
    }

    private void done(String no, Event event) {
        String answer = ready(no, event, "0").come();
        assertThat(Outcome.isTaken(answer)).as("%s: %s", event, answer).isTrue();
    }

    /** Prepares an event, so that nothing but itself is left to come. */
    Ready ready(String no, Event event, String which) {
        String path = "/orders/" + no + "/" + event.target();
        return switch (event.door()) {
            case POST -> {
                String body = filled(no, event.body());
                yield () -> told(platform.post(path, body));
            }
            case PUT -> {
                String[] amounts = event.body().split(" ", 2);
                String body = covered().amounts(amounts[0], amounts[1]).contract(event.target());
                String version = "\"" + order(no).text("/contractVersion") + "\"";
                yield () -> told(platform.put("/orders/" + no + "/contract", body, Map.of("If-Match", version)));
            }
            case DELETE -> {
                String linked = path + "/" + exportOrder(no);
                yield () -> told(platform.delete(linked));
            }
            case MONEY -> {
                String reference = (event.target().isEmpty() ? event.body() + which : "SAME") + "-" + no;
                yield () -> told(remit(reference, no, event.body(), "TT"));
            }
            case CLEARANCE -> {
                String body = """
                        {"exportOrderNo": "%s", "clearedOn": "%s", "reference": "%s-%s"}
                        """.formatted(
                                exportOrder(no), event.body(), event.target().isEmpty() ? which : "SAME", no);
                yield () -> told(platform.post("/customs-clearances", body));
            }
            case TASK -> taskOpened(no, event, which);
            case JOB -> () -> ran(no, event.target());
        };
    }

    private String exportOrder(String no) {
        return order(no).text("/shipment/exportOrders/0/exportOrderNo");
    }

    private String filled(String no, String body) {
        Answer order = order(no);
        return body.replace("{v}", order.text("/contractVersion")).replace("{p}", order.text("/proposedVersion"));
    }

    private static String told(Answer answer) {
        String said = answer.status() < 300 ? answer.text("/state") : answer.code();
        return (answer.status() + " " + said).strip();
    }

    private Ready taskOpened(String no, Event event, String which) {
        String key = event.target().equals("userTask_matchRemittance")
                ? jdbc.sql("select remittance_id from remittance where bank_reference = 'LOST-' || :no")
                        .param("no", no)
                        .query(String.class)
                        .single()
                : no;
        Task task = Objects.requireNonNull(task(key, event.target()), event.target());
        String desk = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        tasks.setAssignee(task.getId(), desk);
        Browser browser = BROWSERS.computeIfAbsent(desk + which + ownPort, name -> loggedIn(desk));
        String body = event.body().replace("{no}", no);
        return () -> {
            Caller.Answer answer = browser.json("POST", TASKS + task.getId() + "/submit-form", body);
            String said = answer.status() < 300
                    ? ""
                    : " " + answer.json().path("type").asText() + ": "
                            + answer.json().path("message").asText();
            return answer.status() + said;
        };
    }

    private Browser loggedIn(String desk) {
        Browser browser = new Browser(ownPort).login(desk, "sandbox");
        browser.get("/camunda/app/tasklist/default/");
        return browser;
    }

    /** As the executor does it: who is overtaken tries again, what is suspended or gone is left alone. */
    private String ran(String no, String activity) {
        for (int i = 0; i < TRIES; i++) {
            Job job = job(no, activity);
            if (job == null || job.isSuspended()) {
                return job == null ? "409 gone" : "409 suspended";
            }
            try {
                management.executeJob(job.getId());
                return "200";
            } catch (OptimisticLockingException | NullValueException overtaken) {
                // The next look tells whether it is still there.
            } catch (ProcessEngineException e) {
                return "failed: " + e;
            }
        }
        return "failed: overtaken again and again";
    }

    private @Nullable Job job(String no, String activity) {
        return jdbc.sql("""
                        select j.id_
                          from act_ru_job j
                          join act_ru_jobdef d on d.id_ = j.job_def_id_
                          join act_ru_execution e on e.id_ = j.process_instance_id_
                         where e.business_key_ = :no and d.act_id_ = :activity
                        """)
                .param("no", no)
                .param("activity", activity)
                .query(String.class)
                .optional()
                .map(id -> management.createJobQuery().jobId(id).singleResult())
                .orElse(null);
    }
}
