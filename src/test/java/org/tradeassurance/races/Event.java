package org.tradeassurance.races;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Something that can happen to an order, by whichever door; {@code {v}}, {@code {p}} and {@code {no}} in a body are the version in
 * force, the proposed version and the order's number.
 */
record Event(Door door, String target, String body) {

    /** How an event comes in. */
    enum Door {
        POST,
        PUT,
        DELETE,
        MONEY,
        CLEARANCE,
        TASK,
        JOB
    }

    static Event post(String path, String body) {
        return new Event(Door.POST, path, body);
    }

    static Event confirm(String party, String version) {
        return post("confirmations", "{\"party\":\"%s\",\"contractVersion\":%s}".formatted(party, version));
    }

    static Event cancel(String party) {
        return post("cancellations", "{\"party\":\"%s\",\"reason\":\"No\"}".formatted(party));
    }

    static Event remind(String party) {
        return post("reminders", "{\"party\":\"%s\"}".formatted(party));
    }

    static Event dispute(String party, String kind) {
        return post("disputes", "{\"party\":\"%s\",\"kind\":\"%s\",\"reason\":\"Bad\"}".formatted(party, kind));
    }

    static Event decide(String outcome, String amount) {
        String sum = amount.isEmpty() ? "" : ",\"amount\":\"" + amount + "\"";
        return post("disputes/decision", "{\"outcome\":\"%s\"%s,\"reason\":\"Judged\"}".formatted(outcome, sum));
    }

    /** A new version of the contract with another unit price and deposit, written on the version in force. */
    static Event contract(String party, String price, String deposit) {
        return new Event(Door.PUT, party, price + " " + deposit);
    }

    static Event unlink() {
        return new Event(Door.DELETE, "export-orders", "");
    }

    static Event link() {
        return post("export-orders", "{\"port\":\"Ningbo\",\"destination\":\"GB\"}");
    }

    /** Money under a reference of its own. */
    static Event money(String amount) {
        return new Event(Door.MONEY, "", amount);
    }

    /** The bank's notification that may come more than once. */
    static Event sameMoney(String amount) {
        return new Event(Door.MONEY, "same", amount);
    }

    static Event clearance(String clearedOn) {
        return new Event(Door.CLEARANCE, "", clearedOn);
    }

    static Event sameClearance(String clearedOn) {
        return new Event(Door.CLEARANCE, "same", clearedOn);
    }

    /** An operator submits the form of a task that lies before them; fields as {@code name=value}. */
    static Event task(String key, String... fields) {
        String variables = Arrays.stream(fields)
                .map(field -> field.split("=", 2))
                .map(field -> "\"%s\":{\"value\":\"%s\",\"type\":\"String\"}".formatted(field[0], field[1]))
                .collect(Collectors.joining(","));
        return new Event(Door.TASK, "userTask_" + key, "{\"variables\":{" + variables + "}}");
    }

    /** The job at an activity runs, at its own instant. */
    static Event job(String activity) {
        return new Event(Door.JOB, activity, "");
    }

    @Override
    public String toString() {
        return (door + " " + target + " " + body).strip();
    }
}
