package org.tradeassurance.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.tradeassurance.acceptance.Api.Answer;

/** The bank's notifications: new ones, the same once more, and other ones under a known reference. */
final class Bank {

    private final Play play;
    private String lastBody = "";
    private String lastId = "";
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
    }

    /** The bank tells it once more, under another key, or something else under the same reference (TOL-05). */
    void again(boolean changed) {
        if (changed) {
            remitted(
                    lastBody.replaceFirst(
                            "(?<=remittanceInfo\": \")[^\"]*", UUID.randomUUID().toString()),
                    "PARKED");
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

    private void remitted(String body, String state) {
        Answer answer = play.post("bank", "/remittances", body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        assertThat(answer.text("/state")).as(answer.body().toString()).isEqualTo(state);
        lastBody = body;
        lastId = answer.text("/remittanceId");
        play.stage().count("money " + state + (unheard ? " unheard" : ""));
    }
}
