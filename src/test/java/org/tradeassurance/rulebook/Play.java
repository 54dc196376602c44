package org.tradeassurance.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.acceptance.Api.Answer;
import org.tradeassurance.rulebook.Facts.Export;
import org.tradeassurance.rulebook.Facts.Origin;
import org.tradeassurance.rulebook.Facts.Party;

/** One order, played by the rulebook and by the product side by side. */
final class Play {

    static final String BUYER = "acme@example.com";
    private static final String BUYER_ACCOUNT = "buyer-acme";
    private static final int MOVES_AFTER_END = 3;

    /** A command that can be delivered again. */
    private record Post(String account, String path, String body, String key, Answer answer) {}

    private final Stage stage;
    private final List<String> played = new ArrayList<>();

    @Nullable
    private Rulebook book;

    /** The number of an export order that the export service knows before anybody links it. */
    final String early;

    private String no = "";
    private String supplier = "";

    @Nullable
    private JsonNode seen;

    private Map<String, String> board = Map.of();
    private boolean refused;

    @Nullable
    private JsonNode answered;

    private int movesAfterEnd;

    @Nullable
    private Post lastPost;

    private final Bank bank = new Bank(this);

    /** Export orders that were cleared before anybody linked them. */
    final Map<String, LocalDate> clearedEarly = new TreeMap<>();

    Play(Stage stage) {
        this.stage = stage;
        this.early = "RB-" + stage.nextNumber();
        stage.clock().set("2015-11-01T01:00:00Z");
    }

    @Nullable
    Rulebook book() {
        return book;
    }

    /** A closed order has had a few moves more. */
    boolean isOver() {
        return book != null && book.facts.is(Facts.Status.CLOSED) && ++movesAfterEnd > MOVES_AFTER_END;
    }

    boolean again() {
        return lastPost != null && lastPost.answer().status() != 429;
    }

    void step(Move move, boolean hurried) {
        played.add(played.size() + ". " + move + (hurried ? " (hurried)" : ""));
        if (!move.repeats()) {
            lastPost = null;
        }
        refused = false;
        answered = null;
        move.step().accept(this);
        if (book != null) {
            boolean ran = !hurried && runJobs();
            JsonNode shown = answered;
            compare(ran || shown == null ? read() : shown, refused && !ran);
        }
    }

    /** A new supplier with a quota of its own, and its first order. */
    void open(Facts facts, boolean submit, Instant start) {
        stage.clock().set(start);
        supplier = stage.newSupplier(Terms.money(facts.limit));
        Rulebook opened = new Rulebook(facts);
        Set<String> faults = submit && facts.origin != Origin.INQUIRY ? opened.submit() : Set.of();
        String body = """
                {"origin": "%s", "submit": %s, "supplierId": "%s",
                 "buyer": {"email": "%s", "country": "GB", "accountType": "OVERSEAS_FREE", "name": "Acme Ltd"},
                 "acknowledged": {"serviceAgreement": true, "exportService": true},
                 %s}""".formatted(facts.origin, submit, supplier, BUYER, facts.terms.json());
        Answer answer = stage.as("platform").post("/orders", body);
        outcome("open", faults, answer);
        if (faults.isEmpty()) {
            book = opened;
            no = answer.text("/orderNo");
        }
    }

    /** A command of a party, by its own account or by the marketplace's in turn. */
    void act(Party party, String path, String fields, Function<Rulebook, Set<String>> rule) {
        boolean own = party == Party.BUYER && played.size() % 2 == 0;
        String named = own ? "" : "\"party\": \"" + party + "\"" + (fields.isEmpty() ? "" : ", ");
        expect(rule, () -> post(own ? BUYER_ACCOUNT : "platform", order() + path, "{" + named + fields + "}"));
    }

    void decide(String fields, Function<Rulebook, Set<String>> rule) {
        expect(rule, () -> post("platform", order() + "/disputes/decision", "{" + fields + "}"));
    }

    void revise(Party party, Terms terms, int match) {
        Map<String, String> headers = match == 0 ? Map.of() : Map.of("If-Match", "\"" + match + "\"");
        String body = "{\"party\": \"" + party + "\", " + terms.json() + "}";
        expect(
                rules -> rules.revise(party, terms, match),
                () -> stage.as("platform").put(order() + "/contract", body, headers));
    }

    void link(@Nullable String exportOrderNo) {
        LocalDate early = exportOrderNo == null ? null : clearedEarly.remove(exportOrderNo);
        String given = exportOrderNo == null ? "" : "\"exportOrderNo\": \"" + exportOrderNo + "\", ";
        act(
                Party.SUPPLIER,
                "/export-orders",
                given + "\"port\": \"Ningbo\", \"destination\": \"GB\"",
                rules -> rules.link(exportOrderNo, early));
        if (exportOrderNo != null && early != null && rules().shipment.linked(exportOrderNo) == null) {
            clearedEarly.put(exportOrderNo, early);
        }
    }

    void unlink(String exportOrderNo) {
        expect(
                rules -> rules.unlink(exportOrderNo),
                () -> stage.as("platform").delete(order() + "/export-orders/" + exportOrderNo));
    }

    void clear(String exportOrderNo, LocalDate on) {
        String told = """
                {"exportOrderNo": "%s", "clearedOn": "%s", "reference": "%s"}""".formatted(exportOrderNo, on, UUID.randomUUID());
        assertThat(post("export-service", "/customs-clearances", told).status()).isEqualTo(202);
        Export export = rules().shipment.linked(exportOrderNo);
        if (export == null) {
            clearedEarly.put(exportOrderNo, on);
        } else {
            rules().shipment.clear(export, on);
        }
    }

    Stage stage() {
        return stage;
    }

    Bank bank() {
        return bank;
    }

    /** The same command under the same key: the first answer again, and nothing happens. */
    void repeat() {
        Post last = Objects.requireNonNull(lastPost);
        Answer again = stage.as(last.account()).post(last.path(), last.body(), Map.of("Idempotency-Key", last.key()));
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.status()).isEqualTo(last.answer().status());
        assertThat(again.body()).isEqualTo(last.answer().body());
    }

    /** Somebody who has no business here. */
    void intrude(String account, String path, int status) {
        Answer answer =
                path.isEmpty() ? stage.as(account).get(order()) : post(account, order() + path, "{\"reason\": \"x\"}");
        lastPost = null;
        assertThat(answer.status()).as(account + " " + path).isEqualTo(status);
    }

    void advance(Duration duration) {
        runJobs();
        rules().advance(duration);
        stage.advance(no, duration);
    }

    private void expect(Function<Rulebook, Set<String>> rule, Supplier<Answer> call) {
        Set<String> faults = rule.apply(rules());
        outcome(played.get(played.size() - 1), faults, call.get());
        refused = !faults.isEmpty();
    }

    private void outcome(String text, Set<String> faults, Answer answer) {
        String verb = text.replaceAll("^\\d+\\. ", "").replaceAll("[:,(].*", "").strip();
        stage.count((faults.isEmpty() ? "accepted " : "refused ") + verb);
        if (faults.isEmpty()) {
            assertThat(answer.status()).as("%s: %s", text, answer.body()).isIn(200, 201, 204);
            answered = answer.body().has("status") && answer.body().has("actions") ? answer.body() : null;
        } else {
            assertThat(answer.status()).as("%s: %s", text, answer.body()).isBetween(400, 499);
            assertThat(faults).as("%s: %s", text, answer.body()).contains(answer.code());
        }
    }

    Answer post(String account, String path, String body) {
        String key = UUID.randomUUID().toString();
        Answer answer = stage.as(account).post(path, body, Map.of("Idempotency-Key", key));
        lastPost = new Post(account, path, body, key, answer);
        return answer;
    }

    private boolean runJobs() {
        rules().runJobs();
        return stage.advance(no, Duration.ZERO);
    }

    private JsonNode read() {
        return stage.as("platform").get(order()).body();
    }

    /** What each caller is shown alike: staff and the platform see open tasks, a party sees none. */
    private static JsonNode shared(JsonNode order) {
        return order.<ObjectNode>deepCopy().without("openTasks");
    }

    /** The answer of an accepted command must be right too; otherwise the order is read. */
    private void compare(JsonNode order, boolean unchanged) {
        if (unchanged) {
            assertThat(shared(order)).as("a refused command changes nothing").isEqualTo(seen);
        }
        order.at("/shipment/exportOrders")
                .forEach(shown ->
                        rules().shipment.learn(shown.path("exportOrderNo").asText()));
        Map<String, String> expected = View.expected(rules());
        assertThat(View.differences(expected, View.actual(order, expected.keySet())))
                .as("where the product is not as the rulebook has it")
                .isEmpty();
        compareSupplier();
        if (seen == null || !seen.path("status").equals(order.path("status"))) {
            stage.count("reached " + rules().facts.status);
        }
        seen = shared(order);
    }

    /** Asked only when something should have changed, since the board is dear. */
    private void compareSupplier() {
        Map<String, String> expected = View.expectedSupplier(rules().facts);
        if (!expected.equals(board)) {
            JsonNode shown = stage.as("platform").get("/suppliers/" + supplier).body();
            assertThat(View.actualSupplier(shown)).isEqualTo(expected);
            board = expected;
        }
    }

    /** After 200 days the order is over, or a person is named who has to act. */
    void end() {
        if (book == null) {
            return;
        }
        played.add("200 days pass");
        advance(Duration.ofDays(200));
        board = Map.of();
        compare(read(), false);
        stage.count("finally " + book.facts.status + (book.facts.frozen() ? " and frozen" : ""));
        stage.everybodyKnows(no, book);
        stage.everythingIsTold(no);
    }

    Rulebook rules() {
        return Objects.requireNonNull(book);
    }

    String no() {
        return no;
    }

    private String order() {
        return "/orders/" + no;
    }

    @Override
    public String toString() {
        return "order " + no + " of " + supplier + "\n  " + String.join("\n  ", played);
    }
}
