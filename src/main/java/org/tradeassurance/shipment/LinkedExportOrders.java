package org.tradeassurance.shipment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.export.ExportOrders;
import org.tradeassurance.order.Order;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.process.Policy;
import org.tradeassurance.process.Policy.Choice;

/** The export orders linked to an order, as far as its shipment depends on them. */
@Component
class LinkedExportOrders {

    private final ExportOrders exportOrders;
    private final Decisions decisions;

    LinkedExportOrders(ExportOrders exportOrders, Decisions decisions) {
        this.exportOrders = exportOrders;
        this.decisions = decisions;
    }

    Cleared of(Order order) {
        boolean firstCounts = decisions.chose(order, Policy.SHIPPED_WHEN, Choice.FIRST_CLEARED_AND_DECLARED);
        ExportOrders.Clearing clearing = exportOrders.clearing(order.no());
        return new Cleared(
                clearing.linked(), clearing.cleared(), firstCounts ? clearing.first() : clearing.latest(), firstCounts);
    }

    /**
     * How many export orders are linked, how many of them cleared.
     *
     * @param decisive date in Asia/Shanghai of the clearance that counts, the last one unless the first one does
     * @param firstCounts the goods have left with the first clearance (PRM-22)
     */
    record Cleared(int linked, int cleared, @Nullable LocalDate decisive, boolean firstCounts) {

        /** The goods have left: at least one export order is linked, and each is cleared (AMB-27, AC-SHP-4). */
        boolean haveLeft() {
            return cleared > 0 && (firstCounts || cleared == linked);
        }

        /**
         * The ship date: the day the last export order was cleared (SHP-02).
         *
         * @throws IllegalStateException if goods are still waiting
         */
        LocalDate shipDate() {
            if (!haveLeft() || decisive == null) {
                throw new IllegalStateException("Not all export orders are cleared");
            }
            return decisive;
        }
    }
}
