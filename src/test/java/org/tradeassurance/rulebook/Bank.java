package org.tradeassurance.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tradeassurance.acceptance.Api.Answer;

/** The bank's notifications: new ones, the same once more, and other ones under a known reference. */
final class Bank {

    static final Move TELLS_AGAIN =
            new Move("the bank tells it once more", play -> play.bank().again(false));
    static final Move USES_REFERENCE_AGAIN =
            new Move("the bank uses its reference again", play -> play.bank().again(true));
    static final Move PAYS_BACK =
            new Move("the finance desk pays a refund", play -> play.bank().payOut());
    static final Move COMES_BACK =
            new Move("a bank sends a refund back", play -> play.bank().sendBack());
    static final Move GIVES_BACK = new Move(
            "the finance desk gives unmatched money back", play -> play.bank().giveBack());

    private static final Set<String> UNMATCHED = Set.of("SUSPENSE", "PARKED");

    private final Play play;
    private String lastBody = "";
    private String lastId = "";
    private long lastDollars;
    private boolean unheard;

    Bank(Play play) {
        this.play = play;
    }

    boolean hasNotified() {
        return !lastBody.isEmpty();
    }

    /** Names the order. Cents, of the currency given. Deposit money is pending until the phase hears of it (PAY-08). */
    void remit(long amount, String method, String currency) {
        String body = """
                {"bankReference": "%s", "orderNo": "%s", "amount": "%s", "currency": "%s", "method": "%s", "remittanceInfo": "first"}""".formatted(UUID.randomUUID(), play.no(), Terms.money(amount), currency, method);
        boolean kept = unheard && play.rules().facts.depositAccepted == null;
        String state = play.rules().money.receive(amount, method, currency);
        remitted(body, kept ? state.replace("APPLIED", "PENDING") : state);
        lastDollars = currency.equals("USD") ? amount : 0;
    }

    /** The bank tells it once more, under another key, or something else under the same reference (TOL-05). */
    void again(boolean changed) {
        if (changed) {
            remitted(
                    lastBody.replaceFirst(
                            "(?<=remittanceInfo\": \")[^\"]*", UUID.randomUUID().toString()),
                    "PARKED");
            if (lastDollars > 0) {
                play.rules().facts.unmatched.add(lastDollars);
            }
        } else {
            Answer again = play.post("bank", "/remittances", lastBody);
            assertThat(again.text("/remittanceId")).isEqualTo(lastId);
        }
    }

    /** What it tells meanwhile no process hears. */
    void unheard(Runnable meanwhile) {
        unheard = true;
        meanwhile.run();
        unheard = false;
    }

    /** The finance desk gives the first dollars back that no order takes. */
    void giveBack() {
        List<JsonNode> unmatched = funds("remittances")
                .filter(money -> UNMATCHED.contains(money.path("state").asText()))
                .filter(Bank::isInDollars)
                .toList();
        assertThat(unmatched).extracting(Bank::cents).containsExactlyInAnyOrderElementsOf(play.rules().facts.unmatched);
        JsonNode first = unmatched.get(0);
        play.stage().complete(first.path("remittanceId").asText(), Map.of("decision", "refund"));
        play.rules().money.sendBack(cents(first));
        play.stage().count("unmatched money given back");
    }

    /** The finance desk pays the first refund that is due, if one is, in dollars. */
    void payOut() {
        refunds(false).findFirst().ifPresent(refund -> {
            play.stage()
                    .complete(
                            refund.path("refundNo").asText(),
                            Map.of(
                                    "payoutReference",
                                    "OUT-" + UUID.randomUUID(),
                                    "paidOn",
                                    play.rules().facts.today().toString()));
            play.rules().money.payOut(cents(refund), false);
            play.stage().count("refund paid: " + refund.path("cause").asText());
        });
    }

    /** A bank sends the first pay-out back that went out: it is no money of the buyer's, and due again when the desk has seen it (BNK-09). */
    void sendBack() {
        refunds(true).findFirst().ifPresent(refund -> {
            String no = refund.path("refundNo").asText();
            Answer answer = play.post("bank", "/remittances", """
                    {"bankReference": "%s", "amount": "%s", "currency": "USD", "method": "TT", "remittanceInfo": "RETURN %s"}""".formatted(
                            UUID.randomUUID(), refund.path("amount").asText(), no));
            assertThat(answer.text("/state")).as(answer.body().toString()).isEqualTo("SUSPENSE");
            play.stage().complete(answer.text("/remittanceId"), Map.of("decision", "returned", "returnedRefund", no));
            play.rules().money.payOut(cents(refund), true);
            play.stage().count("refund returned");
        });
    }

    private Stream<JsonNode> refunds(boolean paid) {
        return funds("refunds")
                .filter(Bank::isInDollars)
                .filter(refund -> refund.path("payout").isNull() != paid);
    }

    private Stream<JsonNode> funds(String part) {
        JsonNode funds = play.stage()
                .as("platform")
                .get("/orders/" + play.no() + "/funds")
                .body();
        return StreamSupport.stream(funds.path(part).spliterator(), false);
    }

    private static boolean isInDollars(JsonNode money) {
        return money.path("currency").asText().equals("USD");
    }

    private static long cents(JsonNode money) {
        return new BigDecimal(money.path("amount").asText()).movePointRight(2).longValueExact();
    }

    private void remitted(String body, String state) {
        Answer answer = play.post("bank", "/remittances", body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        assertThat(answer.text("/state")).as(answer.body().toString()).isEqualTo(state);
        lastBody = body;
        lastId = answer.text("/remittanceId");
        play.stage().count("money " + state + (unheard ? " unheard" : ""));
    }
}
