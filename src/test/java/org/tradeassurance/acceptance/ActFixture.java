package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.acceptance.Api.Answer;
import org.tradeassurance.web.Caller;

/** Brings the only order of a supplier to a place, and acts on it by a backend's call or by a desk's form. */
abstract class ActFixture extends AcceptanceTest {

    private static final Map<String, DeskMember> STAFF = new ConcurrentHashMap<>();
    private static final String OWN = "{\"party\":\"SUPPLIER\",\"kind\":\"COMPLAINT\",\"reason\":\"Late\"}";
    private static final String BACK = "{\"party\":\"BUYER\",\"reason\":\"No need\"}";
    private static final String PRAISE = "{\"text\":\"Good lights\"}";

    /** Who has acted last. */
    String actor = "";

    /** What a door has answered; the sentence is for people. */
    record Said(int status, String code, String sentence) {

        static Said of(Answer answer) {
            JsonNode errors = answer.body().path("errors");
            String sentence = errors.isEmpty()
                    ? answer.text("/detail")
                    : errors.get(0).path("message").asText();
            return new Said(answer.status(), answer.code(), sentence);
        }

        static Said of(Caller.Answer answer) {
            String sentence =
                    answer.status() < 400 ? "" : answer.json().path("message").asText();
            return new Said(answer.status(), "", sentence);
        }
    }

    @Override
    protected Draft draft() {
        return super.draft().with("/coverage", "POST_DELIVERY");
    }

    void reach(String place) {
        switch (place) {
            case "nothing", "no address" -> {}
            case "draft" -> opened(draft().with("/submit", "false"));
            case "unread draft" ->
                opened(draft().with("/submit", "false").with("/acknowledged/exportService", "false"));
            case "big draft" -> opened(draft().with("/submit", "false").amounts("400000.00", "12000.00"));
            case "refused export" -> opened(draft().with("/lines/0/category", "EXPORT_REFUSED"));
            case "offered" -> opened(draft());
            case "ordered" -> opened(draft().with("/origin", "BUYER_ORDER"));
            case "negotiated" -> opened(draft().with("/origin", "INQUIRY"));
            case "agreed" -> agreed(draft());
            case "cancelling" -> after("agreed", "cancellations", BACK);
            case "unpaid" -> late("agreed", "2015-11-16T09:00:00");
            case "lost money" -> {
                agreed(draft());
                remit("LOST-" + order(), "79999999999999", "12000.00", "TT");
            }
            case "short deposit" -> with("agreed", "11500.00");
            case "topping up" -> {
                with("agreed", "6000.00");
                until("2015-11-12T09:00:00");
            }
            case "overpaid" -> with("agreed", "40000.50");
            case "paid" -> paid(draft());
            case "modified" -> {
                paid(draft());
                assertThat(call("PUT /orders/{}/contract", "{contract}").status())
                        .isEqualTo(200);
            }
            case "own export" -> paid(draft().with("/lines/0/category", "SELF_DECLARED"));
            case "late" -> late("paid", "2015-11-12T00:00:00");
            default -> reachAfterShipment(place);
        }
    }

    private void reachAfterShipment(String place) {
        switch (place) {
            case "dispatched" -> {
                String no = paid(draft());
                at("2015-11-11T12:00:00");
                shipped(no, "2015-11-11");
            }
            case "short balance" -> with("dispatched", "27500.00");
            case "unpaid balance" -> late("dispatched", "2016-01-15T00:00:00");
            case "settled" -> with("dispatched", "28000.00");
            case "received" -> after("settled", "goods-receipt", "{}");
            case "praised" -> after("received", "feedback", PRAISE);
            case "disputed" -> after("paid", "disputes", OWN);
            case "complained" -> {
                agreed(draft());
                assertThat(call("POST /complaints", "{complaint}").status()).isEqualTo(202);
            }
            default -> throw new IllegalArgumentException(place);
        }
    }

    private void after(String place, String action, String body) {
        reach(place);
        ok(act(order(), action, body));
    }

    private void late(String place, String until) {
        reach(place);
        until(until);
    }

    private void with(String place, String money) {
        reach(place);
        remitted(order(), money);
    }

    String order() {
        return jdbc.sql("select coalesce(max(order_no), '-') from trade_order where supplier_id = :supplier")
                .param("supplier", supplier)
                .query(String.class)
                .single();
    }

    /** @param call method and path, a pair of braces for each number in it */
    Said call(String call, @Nullable String sent) {
        String[] parts = call.split(" ", 2);
        String path = path(parts[1]);
        actor = caller(path);
        Api api = as(actor);
        Answer answer = switch (parts[0]) {
            case "POST" -> api.post(path, body(sent));
            case "PUT" -> api.put(path, body(sent), Map.of("If-Match", "*"));
            case "DELETE" -> api.delete(path);
            default -> throw new IllegalArgumentException(call);
        };
        clock.runDueJobs();
        return Said.of(answer);
    }

    private static String caller(String path) {
        if (path.equals("/remittances")) {
            return "bank";
        }
        return path.startsWith("/orders") || path.startsWith("/complaints") ? "platform" : "export-service";
    }

    private String path(String pattern) {
        if (pattern.startsWith("/complaints/")) {
            return pattern.replace("{}", key("judgeComplaint"));
        }
        String path = pattern.startsWith("/orders/") ? pattern.replaceFirst("\\{}", order()) : pattern;
        return path.contains("{}") ? path.replace("{}", exported()) : path;
    }

    private String exported() {
        return order(order()).text("/shipment/exportOrders/0/exportOrderNo");
    }

    private String body(@Nullable String sent) {
        return switch (sent == null ? "" : sent) {
            case "{draft}" -> draft().json();
            case "{draft to nobody}" -> draft().without("/buyer/email").json();
            case "{contract}" -> draft().amounts("41000.00", "12000.00").contract("SUPPLIER");
            case "{money}" -> """
                    {"bankReference": "BANK-%s", "orderNo": "%1$s", "amount": "12000.00", "currency": "USD", "method": "TT"}
                    """.formatted(order());
            case "{clearance}" -> """
                    {"exportOrderNo": "%s", "clearedOn": "2015-11-01", "reference": "CC-%s"}""".formatted(exported(), order());
            case "{complaint}" -> """
                    {"supplierId": "%s", "orderNo": "%s", "kind": "CONTRACT_BREACH", "text": "Other goods"}
                    """.formatted(supplier, order());
            default -> json(fields(sent));
        };
    }

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"%s\":%s".formatted(field.getKey(), literal(field.getValue())))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String literal(String value) {
        return value.matches("\\d+|true|false") ? value : "\"" + value + "\"";
    }

    private Map<String, String> fields(@Nullable String filled) {
        return Arrays.stream((filled == null ? "" : filled).split(";", -1))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(field -> field[0], field -> field[1].replace("{no}", order())));
    }

    /** As the desk of a task does it, or whoever opens orders. */
    Said submit(String element, @Nullable String filled) {
        if (element.equals("openOrder")) {
            Said said = Said.of(staff("supplier-desk").start("trade-order", opening(filled)));
            clock.runDueJobs();
            return said;
        }
        Task task = Objects.requireNonNull(task(key(element), "userTask_" + element), element);
        String group = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        DeskMember member = staff(group);
        assertThat(member.claim(task.getId()).status()).isEqualTo(204);
        Said said = Said.of(member.submit(task.getId(), fields(filled)));
        clock.runDueJobs();
        return said;
    }

    private DeskMember staff(String group) {
        actor = group;
        return STAFF.computeIfAbsent(group + port(), name -> member(group));
    }

    /** The form to open orders, filled in as {@link #draft()} is. */
    private Map<String, Object> opening(@Nullable String filled) {
        Draft draft = draft();
        Map<String, Object> form = new java.util.HashMap<>(Map.ofEntries(
                Map.entry("supplierId", supplier),
                Map.entry("buyerEmail", buyer),
                Map.entry("buyerName", "Acme Ltd"),
                Map.entry("buyerCountry", "GB"),
                Map.entry("accountType", "OVERSEAS_FREE"),
                Map.entry("lines", draft.at("/lines")),
                Map.entry("transport", "SEA"),
                Map.entry("tradeTerm", "FOB"),
                Map.entry("destination", "GB"),
                Map.entry("freight", "0.00"),
                Map.entry("insurance", "0.00"),
                Map.entry("shipByKind", "date"),
                Map.entry("shipDate", "2015-11-11"),
                Map.entry("methods", draft.at("/payment/methods")),
                Map.entry("deposit", "12000.00"),
                Map.entry("adjustment", "0.00"),
                Map.entry("coverage", "POST_DELIVERY"),
                Map.entry("agreement", true),
                Map.entry("exportService", true),
                Map.entry("submit", "submit")));
        form.putAll(fields(filled));
        return form;
    }

    /** What the process of a task is known by. */
    private String key(String element) {
        return switch (element) {
            case "judgeComplaint" -> one("select complaint_id from complaint where order_no = :no");
            case "payRefund" -> one("select refund_no from refund where order_no = :no");
            case "matchRemittance" -> one("select remittance_id from remittance where bank_reference = 'LOST-' || :no");
            default -> order();
        };
    }

    private String one(String query) {
        return jdbc.sql(query).param("no", order()).query(String.class).single();
    }

    List<String> recorded(String action) {
        return jdbc.sql("select actor from operation_record where order_no = :no and action = :action")
                .param("no", order())
                .param("action", action)
                .query(String.class)
                .list();
    }

    List<String> trace() {
        return new Trace(jdbc, order(), supplier, buyer).lines();
    }
}
