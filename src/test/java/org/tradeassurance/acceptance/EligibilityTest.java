package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityTest extends AcceptanceTest {

    @DisplayName("ELG-03, AMB-19: the account counts, not where the buyer is, unless the country is not served")
    @ParameterizedTest(name = "{0}: a buyer from {1} with a {2} account")
    @CsvSource({
        "AC-ELG-1, IR, OVERSEAS_FREE, buyer-country-not-served",
        "ELG-06,   KP, OVERSEAS_PAID, buyer-country-not-served",
        "ELG-06,   EG, OVERSEAS_PAID, buyer-country-not-served",
        "AC-ELG-2, CN, OVERSEAS_FREE, ''",
        "ELG-01,   US, OVERSEAS_PAID, ''",
        "AC-ELG-3, CN, DOMESTIC_FREE_SUPPLIER, buyer-account-not-eligible",
        "ELG-02,   GB, DOMESTIC_FREE_SUPPLIER, buyer-account-not-eligible"
    })
    void theBuyerMustBeEligible(String id, String country, String accountType, String code) {
        Draft draft = draft().with("/buyer/country", country).with("/buyer/accountType", accountType);
        Api.Answer answer = platform.post("/orders", draft.json());
        if (code.isEmpty()) {
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        } else {
            refused(answer, 422, code);
            refused(platform.post("/orders", draft.with("/submit", "false").json()), 422, code);
        }
    }

    @Test
    @DisplayName("ELG-07, DRF-02, AC-ELG-4: an unknown buyer is accepted and gets an invitation by mail")
    void anUnknownBuyerIsInvited() {
        String no = opened(draft());
        assertThat(jdbc.sql("select recipient from outbox_mail where order_no = :no and template = 'order-invitation'")
                        .param("no", no)
                        .query(String.class)
                        .list())
                .containsExactly(buyer);
    }

    @Test
    @DisplayName("GEN-08, ELG-08, AC-ELG-5: a supplier from Hong Kong or Taiwan is not eligible")
    void onlySuppliersFromTheMainland() {
        supplier("S-HK", "HK", "1000.00", true);
        supplier("S-TW", "TW", "1000.00", true);
        refused(platform.post("/orders", Draft.of("S-HK", buyer).json()), 422, "supplier-not-eligible");
        refused(platform.post("/orders", Draft.of("S-TW", buyer).json()), 422, "supplier-not-eligible");
    }
}
