package org.tradeassurance.eligibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.DecisionTable;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.process.Policy;
import org.tradeassurance.process.Question;
import org.tradeassurance.supplier.Standing;
import org.tradeassurance.supplier.Standings;

/** Asks the tables {@code buyer-eligibility} and {@code supplier-eligibility} about the parties of an order. */
@Component
public class Eligibility {

    @DecisionTable("buyer-eligibility")
    private record OfBuyer(
            Order.@Nullable AccountType accountType,
            @Nullable String country) implements Question<Judgement> {}

    @DecisionTable("supplier-eligibility")
    private record OfSupplier(String region, boolean assuranceActive, Standing standing)
            implements Question<Judgement> {}

    private record Judgement(Verdict verdict) {}

    /** Who may take part, or the problem of who may not. */
    private enum Verdict {
        ELIGIBLE,
        BUYER_ACCOUNT_NOT_ELIGIBLE,
        BUYER_COUNTRY_NOT_SERVED,
        SUPPLIER_NOT_ELIGIBLE,
        SUPPLIER_SUSPENDED,
        SUPPLIER_TERMINATED
    }

    private final Standings standings;
    private final Decisions decisions;

    Eligibility(Standings standings, Decisions decisions) {
        this.standings = standings;
        this.decisions = decisions;
    }

    /**
     * Checks the buyer as far as it is known: its account (ELG-01, ELG-02) and its country (ELG-06), by the rows of the day on which the order
     * was drafted: an order that was begun when the buyer was served is not refused half way.
     *
     * @throws Refusal with the code that the table names
     */
    public void requireBuyer(Order order) {
        Order.Buyer buyer = order.parties().buyer();
        LocalDate drafted = BusinessTime.dateOf(order.progress().openedAt());
        require(order, decisions.on(drafted, order, new OfBuyer(buyer.accountType(), buyer.country())));
    }

    /**
     * Checks the supplier, whenever it commits itself: region (GEN-08), service opened (ELG-08), standing (VIO-07).
     *
     * @throws Refusal with the code that the table names
     */
    public void requireSupplier(Order order) {
        Standings.Served supplier = standings.served(order.parties().supplierId());
        OfSupplier question = new OfSupplier(supplier.region(), supplier.assuranceActive(), supplier.standing());
        require(order, decisions.ofToday(order, question));
    }

    /**
     * Checks the supplier where it takes a running order further, if the table lets a sanction block that (AMB-20, PRM-18).
     *
     * @throws Refusal with the code that the table names
     */
    public void requireSupplierOfRunning(Order order) {
        if (decisions.chose(order, Policy.SANCTION_BLOCKS_RUNNING_ORDERS, Policy.Choice.YES)) {
            requireSupplier(order);
        }
    }

    private static void require(Order order, Judgement judgement) {
        if (judgement.verdict() != Verdict.ELIGIBLE) {
            throw new Refusal(
                    Problem.valueOf(judgement.verdict().name()),
                    order.no(),
                    order.parties().supplierId(),
                    order.parties().buyer().country() == null
                            ? "-"
                            : order.parties().buyer().country());
        }
    }
}
