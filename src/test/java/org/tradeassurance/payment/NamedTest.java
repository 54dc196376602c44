package org.tradeassurance.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Refusal;

/** What a bank's notification says, and whom its text names (PAY-03, BNK-09, BNK-10). */
@Tag("core")
class NamedTest {

    @ParameterizedTest(name = "BNK-10: \"{0}\" names {1}, perhaps {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                     | -                             | -
            no number                             | -                             | -
            order 70058590568114, thank you       | 70058590568114                | -
            7005859056811                         | -                             | -
            700585905681140                       | -                             | -
            700 585 905 681 14                    | 70058590568114                | -
            70058590568114 70058590568115         | 70058590568114 70058590568115 | 70058590568114 70058590568115
            70058590568114,70058590568115         | 70058590568114 70058590568115 | -
            12 70058590568114                     | 70058590568114                | 70058590568114
            12 700585 90568114                    | -                             | 70058590568114
            700585 90568114 34                    | -                             | 70058590568114
            7005859056811470058590568115          | -                             | 70058590568114 70058590568115
            700585905681147005859056811           | -                             | -
            ７００５８５９０５６８１１４           | 70058590568114                | -
            """)
    void aTextNamesOrders(@Nullable String text, @Nullable String certain, @Nullable String possible) {
        Named named = Named.in(text);
        assertThat(String.join(" ", named.certain())).isEqualTo(certain == null ? "" : certain);
        assertThat(String.join(" ", named.possible())).isEqualTo(possible == null ? "" : possible);
        assertThat(named.among(number -> false)).isEqualTo(named.certain());
        assertThat(named.all()).containsAll(named.certain()).containsAll(named.possible());
    }

    @ParameterizedTest(name = "BNK-09: \"{0}\" names refund RF-12, paid under BANK-77: {1}")
    @CsvSource({
        "RF-12, true",
        "rf 12, true",
        "RF - 1 2, true",
        "return of RF12 please, true",
        "RF-123, false",
        "RF-1, false",
        "XRF-12, false",
        "RF-12a, false",
        "BANK-77, true",
        "returned: BANK-77; wrong account, true",
        "BANK-777, false",
        "XBANK-77, false",
        "nothing, false"
    })
    void aTextNamesARefund(String text, boolean named) {
        ReturnedPayouts.Paid paid =
                new ReturnedPayouts.Paid("RF-12", null, new BigDecimal("10.00"), "USD", "BANK-77", LocalDate.EPOCH);
        assertThat(NamedRefunds.in(notification("R-1", text)).name(paid)).isEqualTo(named);
    }

    @Test
    @DisplayName("BNK-09: what looks like a bank's reference may be one, in the text and in the notification's own")
    void aTextMayNameAReference() {
        NamedRefunds named = NamedRefunds.in(notification("REF/2015-77", "see (BANK77) of 2015"));
        assertThat(named.words()).containsExactlyInAnyOrder("REF/2015-77", "(BANK77)", "2015-77", "BANK77");
        assertThat(NamedRefunds.in(notification("R-1", null)).words()).isEmpty();
        assertThat(NamedRefunds.in(notification("R-1", "RF-1 23 4567890123456789"))
                        .numbers())
                .containsExactly("RF-1", "RF-123");
    }

    @ParameterizedTest(name = "PAY-03: received at {0} is {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -",
                "2015-12-01, 2015-11-30T16:00:00Z",
                "2015-12-01T08:00:00+08:00, 2015-12-01T00:00:00Z",
                "2015-12-32, refused",
                "2015-12, refused",
                "01.12.2015, refused",
                "+12015-12-01T00:00:00Z, refused"
            })
    void aDayOrAnInstant(@Nullable String text, @Nullable String received) {
        if ("refused".equals(received)) {
            refused("receivedAt", new RemittanceRequest("R-1", null, null, "1.00", "USD", "TT", text, null));
        } else {
            assertThat(new RemittanceRequest("R-1", null, null, "1.00", "USD", "TT", text, null)
                            .parse()
                            .details()
                            .receivedAt())
                    .isEqualTo(received == null ? null : Instant.parse(received));
        }
    }

    @Test
    @DisplayName(
            "PAY-03: a notification is read without blanks, in any case; what is missing or too long is refused by name")
    void aNotificationIsRead() {
        Notification read =
                new RemittanceRequest(" R-1 ", " A-1 ", " ", "12.5", "usd", "tt", null, " for the lamps ").parse();
        assertThat(read)
                .isEqualTo(new Notification(
                        "R-1",
                        "A-1",
                        null,
                        new BigDecimal("12.50"),
                        "USD",
                        "TT",
                        new Notification.Details(null, "for the lamps")));
        assertThat(read.told()).isEqualTo("12.50 USD, TT, R-1");
        refused("bankReference", new RemittanceRequest(" ", null, null, "1.00", "USD", "TT", null, null));
        refused("bankReference", new RemittanceRequest("R".repeat(201), null, null, "1.00", "USD", "TT", null, null));
        refused("amount", new RemittanceRequest("R-1", null, null, "0.00", "USD", "TT", null, null));
        refused("amount", new RemittanceRequest("R-1", null, null, null, "USD", "TT", null, null));
        refused("currency", new RemittanceRequest("R-1", null, null, "1.00", null, "TT", null, null));
        refused("method", new RemittanceRequest("R-1", null, null, "1.00", "USD", "", null, null));
        refused(
                "remittanceInfo",
                new RemittanceRequest("R-1", null, null, "1.00", "USD", "TT", null, "x".repeat(2001)));
        assertThat(new RemittanceRequest("R".repeat(200), null, null, "1", "USD", "TT", null, "x".repeat(2000))
                        .parse()
                        .amount())
                .isEqualTo("1.00");
    }

    @Test
    @DisplayName("AC-TOL-7: the same content has the same hash, another field another")
    void aNotificationHasOneHash() {
        Notification one = notification("R-1", "lamps");
        assertThat(one.hash())
                .hasSize(64)
                .isEqualTo(notification("R-1", "lamps").hash());
        assertThat(one.hash()).isNotEqualTo(notification("R-1", null).hash());
        assertThat(one.hash()).isNotEqualTo(notification("R-1l", "amps").hash());
    }

    @ParameterizedTest(name = "PAY-03, TR-22: money is assigned to an order that is {0}, frozen {1}: {2}")
    @CsvSource({
        "AWAITING_DEPOSIT, false, true",
        "COMPLETED, false, true",
        "CLOSED, false, false",
        "AWAITING_DEPOSIT, true, false"
    })
    void moneyIsAssignedToOpenOrders(OrderStatus status, boolean frozen, boolean takes) {
        assertThat(new Candidates.Candidate(TestMoney.NO, "Acme", "Lamps", status, frozen, Money.ZERO, List.of())
                        .takesMoney())
                .isEqualTo(takes);
    }

    private static Notification notification(String reference, @Nullable String text) {
        return new Notification(
                reference, null, null, new BigDecimal("10.00"), "USD", "TT", new Notification.Details(null, text));
    }

    private static void refused(String field, RemittanceRequest request) {
        assertThatThrownBy(request::parse)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fieldErrors())
                                .extracting(Refusal.FieldError::field)
                                .containsExactly(field));
    }
}
