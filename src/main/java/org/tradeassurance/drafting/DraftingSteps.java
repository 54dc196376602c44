package org.tradeassurance.drafting;

import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tradeassurance.notification.SendMail;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.ExportCheck;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.DateLimits;
import org.tradeassurance.process.OrderTask;
import org.tradeassurance.process.Steps;

/** What {@code draft-order} does, and what becomes of a modification. */
@Configuration(proxyBeanMethods = false)
class DraftingSteps {

    private final Steps steps;

    DraftingSteps(Steps steps) {
        this.steps = steps;
    }

    @Bean
    OrderTask recordSubmissionDelegate(DateLimits dates) {
        return steps.task((order, given) -> {
            if (order.shipment().exportCheck() != ExportCheck.NOT_ASKED) {
                return Outcome.of(order); // submitted before: the process starts again
            }
            order.requireConfirmable();
            dates.requireShipDate(order);
            return submit(order, given.now());
        });
    }

    @Bean
    OrderTask presentContractDelegate() {
        return steps.task((order, given) -> present(order));
    }

    @Bean
    OrderTask adoptModificationDelegate(Orders orders, ModificationLimits limits) {
        return steps.task((order, given) -> {
            Orders.StoredVersion proposal = orders.proposal(order);
            limits.requireProposable(order, proposal.contract());
            Order revised = order.revised(proposal.version(), proposal.contract());
            limits.requireProposal(order, revised);
            return adopt(revised, proposal.at(), given.now());
        });
    }

    @Bean
    OrderTask dropModificationDelegate() {
        return steps.task((order, given) -> dropModification(order));
    }

    /**
     * The drafting side commits itself to the contract.
     *
     * @throws Refusal {@code acknowledgement-missing}
     */
    static Outcome submit(Order order, Instant now) {
        if (!order.parties().acknowledged().complete()) {
            throw new Refusal(Problem.ACKNOWLEDGEMENT_MISSING, order.no());
        }
        return Outcome.of(order.with(order.progress().submitted(now))
                        .confirmed(order.parties().origin().draftedBy(), now)
                        .with(order.shipment().checked(ExportCheck.PENDING)))
                .told(Fact.ORDER_SUBMITTED);
    }

    /** The other side's turn to confirm; the buyer gets the order information by mail, and is invited to register (TR-01, ELG-07). */
    static Outcome present(Order order) {
        boolean toBuyer = order.parties().origin().draftedBy() == Party.SUPPLIER;
        Outcome presented = Outcome.of(order.with(order.shipment().checked(ExportCheck.ALLOWED))
                        .become(toBuyer ? OrderStatus.AWAITING_BUYER_CONFIRM : OrderStatus.AWAITING_SUPPLIER_CONFIRM))
                .told(Fact.CONTRACT_PRESENTED);
        return toBuyer ? presented.then(SendMail.toBuyer(order, "order-invitation")) : presented;
    }

    /** The buyer agrees, the proposed version comes into force with both confirmations (AMB-14). */
    static Outcome adopt(Order revised, Instant proposedAt, Instant now) {
        return Outcome.of(revised.confirmed(Party.SUPPLIER, proposedAt).confirmed(Party.BUYER, now))
                .told(Fact.MODIFICATION_CONFIRMED);
    }

    /** Declined or overtaken by the shipment, the version in force stays (AMB-14). */
    static Outcome dropModification(Order order) {
        Order dropped = order.proposed(null);
        return Outcome.of(
                        order.shipment().exportServicePending()
                                ? dropped.with(order.shipment().checked(ExportCheck.ALLOWED))
                                : dropped)
                .told(Fact.MODIFICATION_DROPPED);
    }
}
