package org.tradeassurance.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.notification.SendMail;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.ExportCheck;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Origin;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Progress;
import org.tradeassurance.order.Refusal;

/** Submitting and presenting a contract, as values. */
@Tag("core")
class DraftingStepsTest {

    private static final Instant NOW = Instant.parse("2015-11-03T02:00:00Z");

    private final Order sample =
            new SampleOrder(new OrderNo("70058590568114"), NOW).awaitingDeposit(LocalDate.of(2015, 12, 27), "12000.00");

    @ParameterizedTest(name = "TR-01: {0} is submitted by {1}, then {2}")
    @CsvSource({"SUPPLIER_DRAFT, SUPPLIER, AWAITING_BUYER_CONFIRM", "BUYER_ORDER, BUYER, AWAITING_SUPPLIER_CONFIRM"})
    void theOtherSideIsAsked(Origin origin, Party author, OrderStatus status) {
        Outcome submitted = DraftingSteps.submit(draft(origin, true), NOW);
        assertThat(submitted.order().agreement().confirmedBy(author)).isTrue();
        assertThat(submitted.order().progress().submittedAt()).isEqualTo(NOW);
        assertThat(submitted.order().shipment().exportCheck()).isEqualTo(ExportCheck.PENDING);
        assertThat(submitted.entries()).containsExactly(new Outcome.Entry(Fact.ORDER_SUBMITTED, null));

        Outcome presented = DraftingSteps.present(submitted.order());
        assertThat(presented.order().status()).isEqualTo(status);
        assertThat(presented.order().shipment().exportCheck()).isEqualTo(ExportCheck.ALLOWED);
        if (author == Party.SUPPLIER) {
            assertThat(presented.effects())
                    .containsExactly(new SendMail(sample.no(), "acme@example.com", "order-invitation", null));
        } else {
            assertThat(presented.effects()).isEmpty();
        }
    }

    @Test
    @DisplayName("DRF-10: nothing is submitted without both acknowledgements")
    void bothAcknowledgementsAreNeeded() {
        assertThatThrownBy(() -> DraftingSteps.submit(draft(Origin.SUPPLIER_DRAFT, false), NOW))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(Problem.ACKNOWLEDGEMENT_MISSING));
    }

    @ParameterizedTest(name = "AMB-14: a dropped proposal leaves the export check {0} as {1}")
    @CsvSource({"PENDING, ALLOWED", "REFUSED, ALLOWED", "ALLOWED, ALLOWED", "NOT_ASKED, NOT_ASKED"})
    void aDroppedProposalLeavesTheVersionInForce(ExportCheck before, ExportCheck after) {
        Order proposed = sample.with(sample.shipment().checked(before)).proposed(2);
        Outcome dropped = DraftingSteps.dropModification(proposed);
        assertThat(dropped.order().agreement().proposedVersion()).isNull();
        assertThat(dropped.order().agreement().version()).isEqualTo(1);
        assertThat(dropped.order().shipment().exportCheck()).isEqualTo(after);
        assertThat(dropped.entries()).containsExactly(new Outcome.Entry(Fact.MODIFICATION_DROPPED, null));
    }

    @Test
    @DisplayName("AMB-14: an agreed proposal comes into force with both confirmations, each of its own time")
    void anAgreedProposalComesIntoForce() {
        Outcome adopted =
                DraftingSteps.adopt(sample.revised(2, sample.agreement().contract()), NOW.minusSeconds(1), NOW);
        assertThat(adopted.order().agreement().supplier()).isEqualTo(new Order.Confirmation(2, NOW.minusSeconds(1)));
        assertThat(adopted.order().agreement().buyer()).isEqualTo(new Order.Confirmation(2, NOW));
        assertThat(adopted.entries()).containsExactly(new Outcome.Entry(Fact.MODIFICATION_CONFIRMED, null));
    }

    private Order draft(Origin origin, boolean acknowledged) {
        Order.Parties parties = sample.parties();
        Order.Agreement a = sample.agreement();
        return sample.with(new Order.Parties(
                        origin, parties.supplierId(), parties.buyer(), new Order.Acknowledged(true, acknowledged)))
                .with(new Order.Agreement(
                        1, a.contract(), null, Order.Confirmation.NONE, Order.Confirmation.NONE, null))
                .with(new Progress(
                        OrderStatus.DRAFT, sample.progress().openedAt(), null, null, null, null, false, null))
                .with(sample.shipment().checked(ExportCheck.NOT_ASKED));
    }
}
