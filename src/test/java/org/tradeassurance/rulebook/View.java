package org.tradeassurance.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.rulebook.Facts.Hold;
import org.tradeassurance.rulebook.Facts.Party;
import org.tradeassurance.rulebook.Facts.Status;

/** What rulebook and product must agree on, as text by the names of the REST contract. */
final class View {

    /** Fields of the order that are compared wherever they stand. */
    private static final Set<String> FIELDS = Set.of(
            "/status",
            "/frozen",
            "/contractVersion",
            "/proposedVersion",
            "/amounts/total",
            "/amounts/deposit",
            "/amounts/balance",
            "/funds/depositReceived",
            "/funds/balanceReceived",
            "/funds/refundDue",
            "/coverage/mode",
            "/coverage/amount",
            "/coverage/state",
            "/shipment/agreedShipDate",
            "/deadlines/shipBy",
            "/shipment/actualShipDate",
            "/shipment/onTime",
            "/shipment/declaredComplete",
            "/autoCompleted",
            "/effectiveAt");

    private View() {}

    static Map<String, String> expected(Rulebook book) {
        Facts f = book.facts;
        Map<String, String> view = new TreeMap<>();
        view.put("/status", f.status.name());
        view.put("/frozen", text(f.frozen()));
        view.put("/contractVersion", text(f.version));
        view.put("/proposedVersion", f.proposed == null ? "-" : text(f.proposedVersion));
        view.put("/amounts/total", Terms.money(f.terms.total()));
        view.put("/amounts/deposit", Terms.money(f.terms.deposit()));
        view.put("/amounts/balance", Terms.money(f.terms.balance()));
        view.put("/funds/depositReceived", Terms.money(f.deposit));
        view.put("/funds/balanceReceived", Terms.money(f.balance));
        view.put("/funds/refundDue", Terms.money(f.refund));
        view.put("/coverage/mode", f.terms.mode().name());
        view.put("/coverage/state", f.hold.name());
        view.put("/coverage/amount", Terms.money(f.hold == Hold.NONE ? 0 : f.covered));
        view.put("/shipment/agreedShipDate", text(f.agreedShipDate()));
        view.put("/deadlines/shipBy", text(f.agreedShipDate()));
        view.put("/shipment/actualShipDate", text(f.actual));
        view.put("/shipment/onTime", text(f.onTime));
        view.put("/shipment/declaredComplete", text(f.declared));
        view.put("/autoCompleted", text(f.autoCompleted));
        view.put("/effectiveAt", text(f.effectiveAt));
        view.put("complete", text(f.terms.complete()));
        view.put("cleared", cleared(f));
        view.put("buyer may", text(book.permissions.shown(Party.BUYER)));
        view.put("supplier may", text(book.permissions.shown(Party.SUPPLIER)));
        deadlines(f).forEach((name, due) -> view.put(name, f.frozen() ? "-" : due));
        if (!f.is(Status.DRAFT, Status.CLOSED)) {
            view.put("/confirmed/buyer", text(f.buyerConfirmed));
            view.put("/confirmed/supplier", text(f.supplierConfirmed));
        }
        return view;
    }

    /** Deadlines while they run. */
    private static Map<String, String> deadlines(Facts f) {
        Map<String, String> running = new TreeMap<>();
        if (f.is(Status.AWAITING_BUYER_CONFIRM, Status.AWAITING_DEPOSIT)) {
            running.put("/deadlines/paymentDueAt", text(f.payment.due()));
        }
        if (f.is(Status.AWAITING_RECEIPT)) {
            running.put("/deadlines/autoCompleteAt", text(f.completion.due()));
        }
        if (f.is(Status.COMPLETED) && f.hold == Hold.FROZEN) {
            running.put("/deadlines/coverageEndsAt", text(f.coverageEnd.due()));
            running.put("/coverage/endsAt", text(f.coverageEnd.due()));
        }
        if (f.is(Status.COMPLETED) && !f.commented) {
            running.put("/deadlines/feedbackDueAt", text(f.feedback.due()));
        }
        if (f.is(Status.COMPLETED) && f.reply.due() != null) {
            running.put("/deadlines/replyDueAt", text(f.reply.due()));
        }
        return running;
    }

    private static String cleared(Facts f) {
        return f.exports.stream()
                .map(export -> text(export.clearedOn))
                .sorted()
                .toList()
                .toString();
    }

    /** The same of the product's answers, as far as the rulebook has an opinion. */
    static Map<String, String> actual(JsonNode order, Set<String> asked) {
        Map<String, String> view = new TreeMap<>();
        asked.stream().filter(name -> name.startsWith("/")).forEach(name -> view.put(name, text(order, name)));
        FIELDS.forEach(name -> view.put(name, text(order, name)));
        view.put("complete", text(order.path("completeness").asInt() == 100));
        view.put(
                "cleared",
                StreamSupport.stream(order.at("/shipment/exportOrders").spliterator(), false)
                        .map(export -> text(export, "/clearedOn"))
                        .sorted()
                        .toList()
                        .toString());
        view.put("buyer may", text(actions(order.at("/actions/buyer"))));
        view.put("supplier may", text(actions(order.at("/actions/supplier"))));
        return view;
    }

    static Map<String, String> expectedSupplier(Facts f) {
        return Map.of(
                "/quota/frozen", Terms.money(f.quotaFrozen()),
                "/quota/free", Terms.money(f.limit - f.quotaFrozen()),
                "/points", text(f.points));
    }

    static Map<String, String> actualSupplier(JsonNode board) {
        return Map.of(
                "/quota/frozen", text(board, "/quota/frozen"),
                "/quota/free", text(board, "/quota/free"),
                "/points", text(board, "/points"));
    }

    static List<String> differences(Map<String, String> expected, Map<String, String> actual) {
        return actual.entrySet().stream()
                .filter(entry -> !Objects.equals(expected.get(entry.getKey()), entry.getValue()))
                .map(entry -> "%s is %s, the rulebook says %s"
                        .formatted(entry.getKey(), entry.getValue(), expected.get(entry.getKey())))
                .toList();
    }

    private static Set<String> actions(JsonNode names) {
        Set<String> actions = new TreeSet<>();
        names.forEach(name -> actions.add(name.asText()));
        return actions;
    }

    private static String text(JsonNode node, String pointer) {
        JsonNode value = node.at(pointer);
        return value.isMissingNode() || value.isNull() ? "-" : value.asText();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
