package org.tradeassurance.sandbox;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;

/** The suppliers that a sandbox begins with; they count as activated when they are put in place. */
@Component
@Profile(SandboxMode.PROFILE)
class SandboxData {

    private record Supplier(String id, String name, String region, Money quotaLimit) {}

    private static final List<Supplier> SUPPLIERS = List.of(
            new Supplier("S-1001", "Ningbo Hailan Lighting Co., Ltd.", "CN", Money.of("119000.00")),
            new Supplier("S-1002", "Yiwu Chenxi Trading Co., Ltd.", "CN", Money.of("2000.00")),
            new Supplier("S-2001", "Harbour Bright Sourcing Ltd.", "HK", Money.of("50000.00")));

    private final JdbcClient jdbc;
    private final Clock clock;

    SandboxData(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        load();
    }

    /** Puts in what is missing. */
    final void load() {
        for (Supplier supplier : SUPPLIERS) {
            jdbc.sql("""
                            insert into supplier (supplier_id, name, region, assurance_active, quota_limit, activated_at)
                            values (:id, :name, :region, true, :quotaLimit::numeric, :now)
                            on conflict (supplier_id) do nothing
                            """)
                    .param("id", supplier.id())
                    .param("name", supplier.name())
                    .param("region", supplier.region())
                    .param("quotaLimit", supplier.quotaLimit().toString())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
