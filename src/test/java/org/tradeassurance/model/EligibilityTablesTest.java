package org.tradeassurance.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** buyer-eligibility, supplier-eligibility and export-mode, row by row. */
class EligibilityTablesTest {

    @ParameterizedTest(name = "{0}: {1} from {2}: {3}")
    @CsvSource({
        "AC-ELG-1, OVERSEAS_FREE,          IR, BUYER_COUNTRY_NOT_SERVED",
        "AC-ELG-1, OVERSEAS_PAID,          IR, BUYER_COUNTRY_NOT_SERVED",
        "AC-ELG-2, OVERSEAS_FREE,          CN, ELIGIBLE",
        "AC-ELG-3, DOMESTIC_FREE_SUPPLIER, CN, BUYER_ACCOUNT_NOT_ELIGIBLE",
        "AC-ELG-3, DOMESTIC_FREE_SUPPLIER, IR, BUYER_ACCOUNT_NOT_ELIGIBLE",
        "ELG-01,   OVERSEAS_FREE,          GB, ELIGIBLE",
        "ELG-01,   OVERSEAS_PAID,          US, ELIGIBLE",
        "AC-ELG-4, ,                       GB, ELIGIBLE"
    })
    void aBuyerNeedsAnOverseasAccountInAServedCountry(
            String id, @Nullable String account, String country, String verdict) {
        assertThat(buyer(account, country)).as(id).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "ELG-06: {0}")
    @ValueSource(strings = {"IR", "KP", "MM", "SY", "CU", "SD", "EG"})
    void theExportServiceDoesNotServeTheseCountries(String country) {
        assertThat(buyer("OVERSEAS_FREE", country)).isEqualTo("BUYER_COUNTRY_NOT_SERVED");
    }

    @ParameterizedTest(name = "{0}: {1}, assurance active {2}, {3}: {4}")
    @CsvSource({
        "GEN-08,   CN, true,  ACTIVE,     ELIGIBLE",
        "AC-VIO-6, CN, true,  SUSPENDED,  SUPPLIER_SUSPENDED",
        "AC-VIO-1, CN, true,  TERMINATED, SUPPLIER_TERMINATED",
        "AC-NEG-4, CN, false, ACTIVE,     SUPPLIER_NOT_ELIGIBLE",
        "AC-NEG-4, CN, false, SUSPENDED,  SUPPLIER_NOT_ELIGIBLE",
        "AC-ELG-5, HK, true,  ACTIVE,     SUPPLIER_NOT_ELIGIBLE",
        "AC-ELG-5, TW, true,  ACTIVE,     SUPPLIER_NOT_ELIGIBLE"
    })
    void aSupplierNeedsRegionServiceAndStanding(
            String id, String region, boolean active, String standing, String verdict) {
        assertThat(Tables.ask(
                        "supplier-eligibility",
                        Map.of("region", region, "assuranceActive", active, "standing", standing)))
                .as(id)
                .containsEntry("verdict", verdict);
    }

    @ParameterizedTest(name = "{0}: category {1}: {2}")
    @CsvSource({
        "AMB-09, LIGHTING,      EXPORT_SERVICE",
        "AMB-09, ,              EXPORT_SERVICE",
        "EXP-01, SELF_DECLARED, SELF_EXPORT"
    })
    void aCategoryIsExportedByTheExportServiceUnlessListed(String id, @Nullable String category, String mode) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("category", category);
        assertThat(Tables.ask("export-mode", inputs)).as(id).containsEntry("mode", mode);
    }

    private static @Nullable Object buyer(@Nullable String account, String country) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("accountType", account);
        inputs.put("country", country);
        return Tables.ask("buyer-eligibility", inputs).get("verdict");
    }
}
