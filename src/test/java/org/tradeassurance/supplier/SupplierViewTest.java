package org.tradeassurance.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupplierViewTest {

    @ParameterizedTest(name = "CRD-03: a volume of {0} is shown as {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0.00|$0+",
                "999.99|$0+",
                "1000.00|$1,000+",
                "999999.99|$100,000+",
                "1000000.00|$1,000,000+",
                "5000000000.00|$1,000,000,000+"
            })
    void theBoardShowsABucketOfTheTradeVolume(BigDecimal volume, String bucket) {
        assertThat(SupplierView.bucket(volume)).isEqualTo(bucket);
    }
}
