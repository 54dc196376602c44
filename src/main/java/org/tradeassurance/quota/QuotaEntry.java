package org.tradeassurance.quota;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OrderNo;

/**
 * One entry of the quota ledger (QTA-10).
 *
 * @param kind {@code FREEZE} or {@code RELEASE}
 */
public record QuotaEntry(
        @JsonIgnore long id,
        Instant at,
        OrderNo orderNo,
        String kind,
        Money amount,
        Money frozenAfter,
        String reason) {}
