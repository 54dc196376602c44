package org.tradeassurance.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradeassurance.acceptance.AcceptanceTest;

/** Before a supplier closes an unpaid order, desks see the money that may be meant for it. */
class RadarTest extends AcceptanceTest {

    private String no = "";
    private String account = "";

    @BeforeEach
    void anUnpaidOrder() {
        ok(platform.post("/sandbox/reset", "{\"now\": \"2015-11-01T01:00:00Z\"}"));
        supplier(supplier, "CN", "200000.00", true);
        no = agreed(draft());
        account = order(no).text("/funds/account");
    }

    /** What is said of the orders on the radar: number, then each remittance with its reasons. */
    private String radar(String address) {
        return said(platform.get("/overview/radar" + address).body().path("orders"));
    }

    private static String said(JsonNode orders) {
        return StreamSupport.stream(orders.spliterator(), false)
                .map(order -> order.path("orderNo").asText()
                        + StreamSupport.stream(order.path("evidence").spliterator(), false)
                                .map(money -> " " + money.path("bankReference").asText() + money.path("reasons"))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(", "));
    }

    private void told(String reference, String more, String amount, String currency) {
        assertThat(as("bank")
                        .post("/remittances", """
                {"bankReference": "%s", "amount": "%s", "currency": "%s", "method": "TT"%s}
                """.formatted(reference, amount, currency, more))
                        .status())
                .isEqualTo(202);
    }

    @DisplayName("PAY-01, AMB-04: an unpaid order is on the radar from three days before its window ends")
    @ParameterizedTest
    @CsvSource({"2015-11-12T23:59:59, false", "2015-11-13T00:00:00, true", "2015-11-20T09:00:00, true"})
    void onTheRadarFromThreeDaysBefore(String now, boolean there) {
        at(now);
        assertThat(radar("")).isEqualTo(there ? no : "");
        assertThat(radar("?orderNo=" + no)).isEqualTo(no);
    }

    @Test
    @DisplayName(
            "AMB-28, BNK-10: unmatched money speaks for the order that it names, whose account or amount it has, and for no other")
    void unmatchedMoneySpeaks() {
        String second = agreed(draft().amounts("9000.00", "3000.00"));
        String spaced = no.substring(0, 6) + " " + no.substring(6);
        told("BOTH", ", \"remittanceInfo\": \"%s and %s\"".formatted(spaced, second), "77.00", "USD");
        told("INSIDE", ", \"remittanceInfo\": \"9%s9\"".formatted(no), "78.00", "USD");
        told("AMOUNT", "", "12000.00", "USD");
        told("EURO", "", "12000.00", "EUR");
        told("ACCOUNT", ", \"account\": \"%s\"".formatted(account), "79.00", "USD");
        at("2015-11-16T09:00:00");
        assertThat(radar("").split(", "))
                .containsExactlyInAnyOrder(
                        no + " BOTH[\"IN_TEXT\"] AMOUNT[\"AMOUNT\"] ACCOUNT[\"PAIR_ACCOUNT\"]",
                        second + " BOTH[\"IN_TEXT\"] ACCOUNT[\"PAIR_ACCOUNT\"]");
    }

    @Test
    @DisplayName(
            "TOL-04: money that waits for another order of the same parties speaks for this one too; what was paid is off the radar")
    void pendingMoneySpeaks() {
        String draft = opened(draft());
        remit("EARLY", draft, "500.00", "TT");
        at("2015-11-16T09:00:00");
        assertThat(radar("")).isEqualTo(no + " EARLY[\"PENDING_FOR_PAIR\"]");
        remitted(no, "12000.00");
        assertThat(radar("")).isEmpty();
        refused(as("supplier-S-1001").get("/overview/radar"), 403, "forbidden");
    }
}
