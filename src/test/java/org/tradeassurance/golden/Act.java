package org.tradeassurance.golden;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What somebody does to an order, or what time does. */
@FunctionalInterface
interface Act {

    void on(Play play, WaitingOrder row, String no);

    /** The platform's call for a party. */
    static Act post(String path, String body) {
        return (play, row, no) -> play.act(no, path, body);
    }

    static Act buyerConfirms() {
        return (play, row, no) -> play.confirm(no, "BUYER", "contractVersion");
    }

    static Act supplierConfirms() {
        return (play, row, no) -> play.confirm(no, "SUPPLIER", "contractVersion");
    }

    static Act buyerConfirmsTheProposal() {
        return (play, row, no) -> play.confirm(no, "BUYER", "proposedVersion");
    }

    static Act dispute(String party, String kind) {
        return post("disputes", """
                {"party": "%s", "kind": "%s", "reason": "Wrong colour"}""".formatted(party, kind));
    }

    static Act decide(String outcome, String amount) {
        String sum = amount.isEmpty() ? "" : ", \"amount\": \"" + amount + "\"";
        return post("disputes/decision", """
                {"outcome": "%s"%s, "reason": "Judged"}""".formatted(outcome, sum));
    }

    static Act money(String amount) {
        return (play, row, no) -> play.remit(no, amount);
    }

    /** Money that names an order that nobody knows. */
    static Act lostMoney(String amount) {
        return (play, row, no) -> play.remit("LOST-" + no, "79999999999999", amount);
    }

    static Act lostClearance() {
        return (play, row, no) -> play.post("/customs-clearances", """
                {"exportOrderNo": "EO-%s", "clearedOn": "2015-11-01", "reference": "LOST-%s"}""".formatted(no, no));
    }

    static Act complaint() {
        return (play, row, no) -> play.post("/complaints", """
                {"supplierId": "%s", "orderNo": "%s", "kind": "CONTRACT_BREACH", "text": "Refuses to ship"}""".formatted(row.supplier(), no));
    }

    static Act cleared() {
        return (play, row, no) -> play.clear(no);
    }

    /** The supplier writes another version of the contract. */
    static Act contract(String pointer, String value) {
        return (play, row, no) -> play.put(no, row.draft().with(pointer, value));
    }

    /** A desk submits a form; fields as {@code name=value}, {@code {no}} stands for the order. */
    static Act task(String element, String... fields) {
        Map<String, String> filled = Arrays.stream(fields)
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));
        return (play, row, no) -> play.submit(
                no,
                element,
                filled.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, field -> field.getValue().replace("{no}", no))));
    }

    /** The export service answers. */
    static Act runs() {
        return (play, row, no) -> play.runs(no);
    }

    /** The export service has failed too often: an incident. */
    static Act fails() {
        return (play, row, no) -> play.tries(no, 0);
    }

    static Act triedAgain() {
        return (play, row, no) -> play.tries(no, 3);
    }

    /** Time passes, to a local time of Asia/Shanghai. */
    static Act later(String local) {
        return (play, row, no) -> play.later(no, local);
    }

    /** The lines of a contract over 40,000.00, one a category of products. */
    static String lines(String... categories) {
        return Arrays.stream(categories)
                .map(category -> """
                        {"productId": "P-%s", "product": "Lamp", "category": "%s", "quantity": "1", "unit": "Set", "unitPrice": "%d.00"}""".formatted(category, category, 40_000 / categories.length))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
