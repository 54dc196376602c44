package org.tradeassurance.supplier;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;

/**
 * A supplier as callers see it, with the figures of its board (CRD-02, CRD-03).
 *
 * @param tradeVolume lower end of the bucket that the completed orders' total falls into, such as {@code $1,000,000+}
 * @param onTimeShipmentRate percent of the shipped orders with one decimal, null before the first
 * @param rating average of 1 to 5 with one decimal, null before the first
 */
record SupplierView(
        String supplierId,
        String name,
        Region region,
        Standing standing,
        boolean assuranceActive,
        Quota quota,
        int points,
        int completedOrders,
        String tradeVolume,
        @Nullable BigDecimal onTimeShipmentRate,
        @Nullable BigDecimal rating,
        @Nullable Instant lastEffectiveAt,
        int upheldRefusals) {

    /** Where the supplier is registered (GEN-08). */
    enum Region {
        CN,
        HK,
        TW
    }

    /** The assurance quota in US dollars: limit = frozen + free (QTA-10). */
    record Quota(Money limit, Money frozen, Money free) {}

    /** The bucket of a volume in whole US dollars (CRD-03). */
    static String bucket(BigDecimal volume) {
        for (long lowest = 1_000_000_000; lowest >= 1_000; lowest /= 10) {
            if (volume.compareTo(BigDecimal.valueOf(lowest)) >= 0) {
                return "$%,d+".formatted(lowest);
            }
        }
        return "$0+";
    }
}
