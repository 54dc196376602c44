package org.tradeassurance.rulebook;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a contract, as far as they vary (AMT, DRF). Money in cents of US dollars.
 *
 * @param shipOn the agreed ship date, or null where it is counted from the deposit
 * @param shipAfter days after the accepted deposit; counts only without a date
 * @param complete the unit of the goods is filled in
 * @param card the deposit may be paid by credit card
 */
record Terms(
        Amounts amounts,
        Mode mode,
        Transport transport,
        @Nullable LocalDate shipOn,
        int shipAfter,
        boolean complete,
        boolean card) {

    /** Coverage modes (COV-01). */
    enum Mode {
        PRE_SHIPMENT,
        POST_DELIVERY,
        NONE
    }

    /** Means of transport with the days until an order completes by itself (RCV-02). */
    enum Transport {
        SEA(45),
        LAND(30),
        AIR(15),
        EXPRESS(15);

        final int days;

        Transport(int days) {
            this.days = days;
        }
    }

    /** {@code total = products + freight - adjustment} (AMT-01). */
    record Amounts(long products, long freight, long adjustment, long deposit) {

        long total() {
            return products + freight - adjustment;
        }

        /** AMT-02 to AMT-04. */
        boolean addUp() {
            return total() > 0 && deposit > 0 && deposit <= total();
        }
    }

    long total() {
        return amounts.total();
    }

    long deposit() {
        return amounts.deposit();
    }

    /** AMT-03. */
    long balance() {
        return amounts.total() - amounts.deposit();
    }

    /** COV-04 to COV-06. */
    long covered() {
        return switch (mode) {
            case PRE_SHIPMENT -> deposit();
            case POST_DELIVERY -> total();
            case NONE -> 0;
        };
    }

    static String money(long cents) {
        return "%s%d.%02d".formatted(cents < 0 ? "-" : "", Math.abs(cents) / 100, Math.abs(cents) % 100);
    }

    /** The content of a contract in the REST contract's words, without its braces. */
    String json() {
        return """
               "lines": [{"productId": "P-1", "product": "Desk light", "category": "LIGHTING", "quantity": "1",
                          %s "unitPrice": "%s"}],
               "shipping": {"transport": "%s", "tradeTerm": "FOB", "destination": "GB", "freight": "%s", "insurance": "0.00",
                            "shipBy": %s},
               "payment": {"methods": [%s], "deposit": "%s", "adjustment": "%s"},
               "coverage": "%s", "remark": ""
               """.formatted(
                        complete ? "\"unit\": \"Set\"," : "",
                        money(amounts.products()),
                        transport,
                        money(amounts.freight()),
                        shipOn == null ? "{\"daysAfterDeposit\": " + shipAfter + "}" : "{\"date\": \"" + shipOn + "\"}",
                        card ? "\"TT\", \"CREDIT_CARD\"" : "\"TT\"",
                        money(amounts.deposit()),
                        money(amounts.adjustment()),
                        mode);
    }

    @Override
    public String toString() {
        return "total %s, deposit %s, %s by %s, ship %s%s%s"
                .formatted(
                        money(total()),
                        money(deposit()),
                        mode.toString().toLowerCase(Locale.ROOT),
                        transport.toString().toLowerCase(Locale.ROOT),
                        shipOn == null ? shipAfter + " days after the deposit" : "on " + shipOn,
                        complete ? "" : ", incomplete",
                        card ? ", card" : "");
    }
}
