package org.tradeassurance.eligibility;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.supplier.Standings;

/** Asks the tables {@code buyer-eligibility} and {@code supplier-eligibility} about the parties of an order. */
@Component
public class Eligibility {

    private static final String ELIGIBLE = "ELIGIBLE";

    private final Standings standings;
    private final Decisions decisions;
    private final Clock clock;

    Eligibility(Standings standings, Decisions decisions, Clock clock) {
        this.standings = standings;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * Checks the buyer as far as it is known: its account (ELG-01, ELG-02) and its country (ELG-06).
     *
     * @throws Refusal with the code that the table names
     */
    public void requireBuyer(Order order) {
        Order.Buyer buyer = order.parties().buyer();
        requireEligible(
                order,
                "buyer-eligibility",
                Map.of(
                        "accountType",
                        buyer.accountType() == null ? "" : buyer.accountType().name(),
                        "country",
                        buyer.country() == null ? "" : buyer.country(),
                        "onDate",
                        BusinessTime.dateOf(clock.instant())));
    }

    /**
     * Checks the supplier, whenever it commits itself: region (GEN-08), service opened (ELG-08), standing (VIO-07).
     *
     * @throws Refusal with the code that the table names
     */
    public void requireSupplier(Order order) {
        Map<String, Object> supplier = standings.facts(order.parties().supplierId());
        supplier.put("onDate", BusinessTime.dateOf(clock.instant()));
        requireEligible(order, "supplier-eligibility", supplier);
    }

    /**
     * Checks the supplier where it takes a running order further, if the table lets a sanction block that (AMB-20, PRM-18).
     *
     * @throws Refusal with the code that the table names
     */
    public void requireSupplierOfRunning(Order order) {
        LocalDate onDate = order.rulesDate(clock.instant());
        if (decisions
                .policy(order.no(), "SANCTION_BLOCKS_RUNNING_ORDERS", onDate)
                .equals("YES")) {
            requireSupplier(order);
        }
    }

    private void requireEligible(Order order, String table, Map<String, Object> facts) {
        String verdict = decisions.evaluate(order.no(), table, facts).text("verdict");
        if (!verdict.equals(ELIGIBLE)) {
            throw new Refusal(
                    Problem.valueOf(verdict),
                    order.no(),
                    order.parties().supplierId(),
                    order.parties().buyer().country() == null
                            ? "-"
                            : order.parties().buyer().country());
        }
    }
}
