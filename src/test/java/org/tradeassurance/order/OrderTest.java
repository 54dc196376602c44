package org.tradeassurance.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Completeness.Module;
import org.tradeassurance.order.Order.Confirmation;
import org.tradeassurance.order.Order.Coverage;
import org.tradeassurance.order.Order.ExportCheck;

/** What an order says about itself, and what a change of it leaves as it was. */
@Tag("core")
class OrderTest {

    private static final Instant AGREED = Instant.parse("2015-11-01T01:00:00Z");
    private static final Instant NOW = Instant.parse("2015-11-03T02:00:00Z");

    private final SampleOrder sample = new SampleOrder(new OrderNo("70058590568114"), AGREED);
    private final Order order = sample.awaitingDeposit(LocalDate.of(2015, 12, 27), "12000.00");

    @ParameterizedTest(
            name = "AMT-01, AMT-03: {0} + {1} + {2} - {3} is {5}, less {4} leaves {6}; AMT-02 to AMT-04: {7}")
    @CsvSource({
        "40000.00 0.00 0.00 0.00 12000.00,     40000.00, 28000.00, true",
        "40000.00 10.50 5.25 15.75 40000.00,   40000.00, 0.00,     true",
        "40000.00 0.00 0.00 0.00 40000.01,     40000.00, -0.01,    false",
        "40000.00 0.00 0.00 40000.00 0.01,     0.00,     -0.01,    false",
        "0.01 0.00 0.00 0.00 0.01,             0.01,     0.00,     true",
        "40000.00 0.00 0.00 0.00 0.00,         40000.00, 40000.00, false"
    })
    void theAmountsAddUp(String parts, String total, String balance, boolean addUp) {
        List<Money> part = Arrays.stream(parts.split(" ", -1)).map(Money::of).toList();
        Amounts amounts = new Amounts(part.get(0), part.get(1), part.get(2), part.get(3), part.get(4));
        assertThat(amounts.total()).isEqualTo(Money.of(total));
        assertThat(amounts.balance()).isEqualTo(Money.of(balance));
        assertThat(amounts.addUp()).isEqualTo(addUp);
    }

    @Test
    @DisplayName("NEG-03, AMB-12: what is open is named, and nobody confirms it; floor, so that 100 % means all")
    void nobodyConfirmsWhatIsOpen() {
        assertThatCode(order::requireConfirmable).doesNotThrowAnyException();
        assertThat(order.completeness().percent()).isEqualTo(100);

        Order open = bought(new Order.Buyer("acme@example.com", " ", null, null));
        assertThatThrownBy(open::requireConfirmable).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.INCOMPLETE_ORDER);
            assertThat(refusal.arguments()).containsExactly(84, "buyer.country, buyer.accountType");
            assertThat(refusal.properties())
                    .containsEntry("completeness", 84)
                    .containsEntry("missing", List.of("buyer.country", "buyer.accountType"));
            assertThat(refusal.fieldErrors())
                    .containsExactly(
                            new Refusal.FieldError("buyer.country", "field.required", List.of()),
                            new Refusal.FieldError("buyer.accountType", "field.required", List.of()));
        });
        assertThat(open.completeness().percentByModule())
                .isEqualTo(Map.of(
                        Module.PRODUCT, 100,
                        Module.SHIPPING, 100,
                        Module.PAYMENT, 100,
                        Module.CONTACTS, 0,
                        Module.TERMS, 100));
    }

    @Test
    @DisplayName(
            "NEG-02: an empty contract misses every field of one line; one without parties has nothing to ask of them")
    void anEmptyContractMissesAll() {
        Contract empty = new Contract(
                List.of(),
                new Contract.Shipping(null, null, null, Money.ZERO, Money.ZERO, null, null),
                new Contract.Payment(java.util.Set.of(), null, Money.ZERO),
                null,
                null,
                null,
                "");
        Completeness nothing = Completeness.of(empty);
        assertThat(nothing.percent()).isZero();
        assertThat(nothing.missing())
                .containsExactly(
                        "lines[0].product",
                        "lines[0].quantity",
                        "lines[0].unit",
                        "lines[0].unitPrice",
                        "shipping.transport",
                        "shipping.tradeTerm",
                        "shipping.destination",
                        "shipping.shipBy",
                        "payment.methods",
                        "payment.deposit",
                        "coverage");
        assertThat(nothing.percentByModule()).containsEntry(Module.CONTACTS, 100);
        assertThat(empty.amounts().deposit()).isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName("AMT-04: a contract whose amounts do not add up is refused with them")
    void nobodyConfirmsWhatDoesNotAddUp() {
        assertThatThrownBy(sample.awaitingDeposit(LocalDate.EPOCH, "40000.01")::requireConfirmable)
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.problem()).isEqualTo(Problem.INVALID_AMOUNTS);
                    assertThat(refusal.arguments()).containsExactly(Money.of("40000.00"), Money.of("40000.01"));
                });
    }

    @ParameterizedTest(name = "section 17: supplier {0}, buyer {1}, in force {2}: the rules of {3}")
    @CsvSource({
        "2015-11-01T16:00:00Z, 2015-11-02T15:59:59Z, 1, 2015-11-02",
        "2015-11-02T16:00:00Z, 2015-11-01T01:00:00Z, 1, 2015-11-03",
        "2015-11-01T01:00:00Z, 2015-11-01T02:00:00Z, 2, 2015-11-05"
    })
    void theRulesOfTheLaterConfirmationHold(Instant supplier, Instant buyer, int version, LocalDate rules) {
        Order confirmed = order.with(new Order.Agreement(
                version,
                order.agreement().contract(),
                null,
                new Confirmation(1, supplier),
                new Confirmation(1, buyer),
                null));
        assertThat(confirmed.rulesDate(Instant.parse("2015-11-04T16:00:00Z"))).isEqualTo(rules);
    }

    @ParameterizedTest(name = "{0} confirms: agreed {1}")
    @EnumSource(Party.class)
    @DisplayName("AMB-13: one confirmation is none; it holds for the version it named and for no other")
    void bothMustConfirmTheSameVersion(Party party) {
        Order fresh = order.with(
                new Order.Agreement(2, order.agreement().contract(), 3, Confirmation.NONE, Confirmation.NONE, null));
        Order one = fresh.confirmed(party, AGREED);
        Party other = party == Party.BUYER ? Party.SUPPLIER : Party.BUYER;
        assertThat(one.agreement().of(party)).isEqualTo(new Confirmation(2, AGREED));
        assertThat(one.agreement().of(other)).isEqualTo(Confirmation.NONE);
        assertThat(one.agreement().proposedVersion()).isEqualTo(3);
        assertThat(one.rulesDate(NOW)).isEqualTo("2015-11-03");
        Order revised = one.revised(3, order.agreement().contract());
        assertThat(revised.agreement().confirmedBy(party)).isFalse();
        assertThat(revised.agreement().of(party)).isEqualTo(new Confirmation(2, AGREED));
        assertThat(revised.agreement().proposedVersion()).isNull();
    }

    @Test
    @DisplayName("PAY-01: the payment window is over at its last instant, not before, and never where none is open")
    void theWindowEnds() {
        Order due = order.with(order.deadlines().payment(NOW));
        assertThat(due.windowIsOver(NOW.minusNanos(1))).isFalse();
        assertThat(due.windowIsOver(NOW)).isTrue();
        assertThat(order.with(Deadlines.NONE).windowIsOver(NOW)).isFalse();
    }

    @Test
    @DisplayName("TR-07 to TR-09, TR-22: a closed order keeps the step it was closed in and is no longer frozen")
    void aClosedOrderKeepsItsStep() {
        Order frozen =
                order.effective(AGREED).with(order.effective(AGREED).progress().frozenSince(NOW));
        Order closed = frozen.proposed(2).close("Not needed", NOW);
        assertThat(closed.isClosed()).isTrue();
        assertThat(order.isClosed()).isFalse();
        assertThat(closed.progress().frozen()).isFalse();
        assertThat(closed.progress().effectiveAt()).isEqualTo(AGREED);
        assertThat(closed.progress().submittedAt()).isEqualTo(AGREED);
        assertThat(closed.progress().closing())
                .isEqualTo(new Order.Closing("Not needed", NOW, OrderStatus.Step.PAYMENT));
        assertThat(closed.agreement().proposedVersion()).isNull();
    }

    @ParameterizedTest(name = "RCV-01, RCV-02: by itself {0}")
    @CsvSource({"true", "false"})
    void anOrderIsCompletedByTheBuyerOrByItself(boolean byItself) {
        Order waiting =
                order.effective(AGREED).become(OrderStatus.AWAITING_SHIPMENT).become(OrderStatus.AWAITING_RECEIPT);
        Progress done = waiting.complete(NOW, byItself).progress();
        assertThat(done)
                .isEqualTo(new Progress(OrderStatus.COMPLETED, AGREED, AGREED, null, AGREED, NOW, byItself, null));
    }

    @Test
    @DisplayName("TR-08: a wish to cancel leaves the agreement as it was, and so does its answer")
    void aWishToCancelChangesNothingElse() {
        Order.CancellationRequest wish = new Order.CancellationRequest("Found another", NOW);
        Order asked = order.proposed(2).cancellationRequested(wish);
        assertThat(asked.agreement().cancellation()).isEqualTo(wish);
        assertThat(asked.cancellationRequested(null)).isEqualTo(order.proposed(2));
    }

    @Test
    @DisplayName("COV-04, QTA-10: only what is frozen is held of the quota")
    void onlyWhatIsFrozenIsHeld() {
        Money amount = Money.of("12000.00");
        assertThat(new Coverage(amount, Coverage.State.FROZEN).frozen()).isEqualTo(amount);
        assertThat(new Coverage(amount, Coverage.State.RELEASED).frozen()).isEqualTo(Money.ZERO);
        assertThat(new Coverage(Money.ZERO, Coverage.State.NONE).frozen()).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest(name = "DRF-10: agreement {0}, export {1}: complete {2}")
    @CsvSource({"true, true, true", "true, false, false", "false, true, false", "false, false, false"})
    void bothAcknowledgementsCount(boolean agreement, boolean export, boolean complete) {
        assertThat(new Order.Acknowledged(agreement, export).complete()).isEqualTo(complete);
    }

    @Test
    @DisplayName("Each deadline is set by itself and leaves the others")
    void eachDeadlineStandsForItself() {
        Instant[] at = new Instant[7];
        for (int i = 0; i < at.length; i++) {
            at[i] = NOW.plusSeconds(i);
        }
        Deadlines all = Deadlines.NONE
                .reply(at[6])
                .feedback(at[5])
                .coverageEnd(at[4])
                .autoComplete(at[3])
                .balanceChase(at[2])
                .topUpChase(at[1])
                .payment(at[0]);
        assertThat(all).isEqualTo(new Deadlines(at[0], at[1], at[2], at[3], at[4], at[5], at[6]));
    }

    @ParameterizedTest(name = "EXP-01: {0} means that the service has yet to answer: {1}")
    @CsvSource({"NOT_ASKED, false", "PENDING, true", "ALLOWED, false", "REFUSED, true"})
    void theExportServiceHasYetToAnswer(ExportCheck check, boolean pending) {
        assertThat(order.shipment().checked(check).exportServicePending()).isEqualTo(pending);
    }

    @Test
    @DisplayName("SHP-02, SHP-05, AMB-27: a shipment keeps what was known before")
    void aShipmentKeepsWhatWasKnown() {
        LocalDate agreed = LocalDate.of(2015, 12, 27);
        Shipment shipment = order.shipment()
                .agreed(agreed, 0)
                .declared(NOW)
                .exportOrderPending(true)
                .shipped(agreed.plusDays(1));
        assertThat(shipment)
                .isEqualTo(new Shipment(
                        agreed,
                        Instant.parse("2015-12-27T16:00:00Z"),
                        agreed.plusDays(1),
                        false,
                        NOW,
                        ExportCheck.ALLOWED,
                        true));
    }

    @ParameterizedTest(name = "an order number: \"{0}\" {1}")
    @CsvSource({
        "70058590568114, true",
        "7005859056811, false",
        "700585905681144, false",
        "7005859056811a, false",
        "'', false"
    })
    @DisplayName("UI-06")
    void anOrderNumberHasFourteenDigits(String text, boolean valid) {
        assertThat(OrderNo.isOrderNo(text)).isEqualTo(valid);
        if (valid) {
            assertThat(new OrderNo(text)).hasToString(text);
        } else {
            assertThatThrownBy(() -> new OrderNo(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @DisplayName("Whoever acts for one side judges nothing; each fact is told by its name in kebab-case")
    void factsHaveASideAndAName() {
        assertThat(Fact.CONTRACT_CONFIRMED.action()).isEqualTo("contract-confirmed");
        assertThat(Fact.BALANCE_SETTLED.side()).isEqualTo(Fact.Side.SUPPLIER);
        assertThat(Fact.doneForOneSide())
                .contains(Fact.RECEIPT_CONFIRMED, Fact.SHIPMENT_DECLARED, Fact.ORDER_CLOSED)
                .doesNotContain(Fact.MONEY_POSTED, Fact.DISPUTE_DECIDED);
    }

    private Order bought(Order.Buyer buyer) {
        Order.Parties parties = order.parties();
        return order.with(new Order.Parties(parties.origin(), parties.supplierId(), buyer, parties.acknowledged()));
    }
}
