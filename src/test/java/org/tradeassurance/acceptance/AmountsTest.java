package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest extends AcceptanceTest {

    @DisplayName("AMT-01, AMT-05, AMB-17: the server computes every total")
    @ParameterizedTest(name = "{0}: {1}: total {2}, balance {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "AC-AMT-1 |    1 x   8.00 + 3.00 + 3.00 - 0.00, deposit   14.00 |    14.00 |     0.00",
                "AC-AMT-2 | 2000 x   9.00 + 0.00 + 0.00 - 0.00, deposit 1000.00 | 18000.00 | 17000.00",
                "AC-AMT-5 |    1 x 100.37 + 0.00 + 0.00 - 0.37, deposit   10.00 |   100.00 |    90.00",
                "AMT-01   |  0.5 x   0.01 + 1.00 + 0.00 - 0.00, deposit    1.01 |     1.01 |     0.00"
            })
    void theServerComputesTheAmounts(String id, String sum, String total, String balance) {
        String[] part = sum.split("[x+,]| - | deposit ", -1);
        List<String> parts = Arrays.stream(part)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        String no = opened(priced(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5)));
        assertThat(order(no).text("/amounts/total")).isEqualTo(total);
        assertThat(order(no).text("/amounts/balance")).isEqualTo(balance);
    }

    @DisplayName("AMT-02..04, GEN-06: amounts that do not add up are refused")
    @ParameterizedTest(name = "{0}: price {1}, adjustment {2}, deposit {3} is refused")
    @CsvSource({
        "AC-AMT-3,  0.00, 0.00,  0.01",
        "AC-AMT-4, 14.00, 0.00, 14.01",
        "AMT-02,   14.00, 14.00, 1.00",
        "AMT-02,   14.00, 15.00, 1.00",
        "AMT-03,   14.00, 0.00,  0.00"
    })
    void amountsThatDoNotAddUpAreRefused(String id, String price, String adjustment, String deposit) {
        refused(
                platform.post(
                        "/orders",
                        priced("1", price, "0.00", "0.00", adjustment, deposit).json()),
                422,
                "invalid-amounts");
        assertThat(platform.get("/orders?supplierId=" + supplier).body().path("items"))
                .isEmpty();
    }

    private Draft priced(
            String quantity, String unitPrice, String freight, String insurance, String adjustment, String deposit) {
        return draft().amounts(unitPrice, deposit)
                .with("/lines/0/quantity", quantity)
                .with("/shipping/freight", freight)
                .with("/shipping/insurance", insurance)
                .with("/payment/adjustment", adjustment);
    }
}
