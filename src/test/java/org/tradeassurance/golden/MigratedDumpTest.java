package org.tradeassurance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.springframework.test.context.TestPropertySource;

/** The same orders, each moved to the models of this build where it waits, unless a dispute or a step that fails holds it up. */
@TestPropertySource(properties = "golden.dump=before-steps")
class MigratedDumpTest extends DumpedOrders {

    /** They wait in what has become a part of its own, and end by the models that they began with. */
    private static final Set<WaitingOrder> LEFT =
            Set.of(WaitingOrder.DEPOSIT_AFTER_EXPORT_CHECK, WaitingOrder.SETTLE_EXPORT_SERVICE_BEFORE_DEPOSIT);

    @Override
    void before(Play play, WaitingOrder order, String no) {
        if (LEFT.contains(order)) {
            assertThat(play.migrate(no)).isEqualTo("migration-impossible");
        } else {
            assertThat(play.migrate(no)).isIn("moved", "order-frozen", "order-halted");
        }
    }
}
