package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tradeassurance.acceptance.Api.Answer;

/** A notification as banks write it. */
class RemittanceSpellingsTest extends AcceptanceTest {

    @ParameterizedTest
    @CsvSource({"usd, TT, 2015-12-01", "' Usd ', tt, 2015-12-01T08:00:00+08:00", "USD, TT, 2015-12-01T00:00:00.000Z"})
    @DisplayName(
            "PAY-03: a currency counts in any case, and a bank may tell the day or the instant at which it received the money")
    void currencyAndTimeAsBanksWriteThem(String currency, String method, String receivedAt) {
        String no = agreed(draft());
        Answer answer = as("bank").post("/remittances", """
                {"bankReference": "C-%s", "orderNo": "%s", "amount": "12000.00", "currency": "%s", "method": "%s", "receivedAt": "%s"}
                """.formatted(no, no, currency, method, receivedAt));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("/state")).isEqualTo("APPLIED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2015-12-32", "01.12.2015", "2015-12", "+12015-12-01T00:00:00Z", "2015-12-01T25:00:00Z"})
    @DisplayName("PAY-03: what is neither a day nor an instant is refused by name")
    void noTime(String receivedAt) {
        Answer answer = as("bank").post("/remittances", """
                {"bankReference": "C-%s", "amount": "1.00", "currency": "USD", "method": "TT", "receivedAt": "%s"}
                """.formatted(receivedAt, receivedAt));
        assertThat(answer.status() + " " + answer.code()).isEqualTo("400 invalid-field");
        assertThat(answer.text("/errors/0/field")).isEqualTo("receivedAt");
    }
}
