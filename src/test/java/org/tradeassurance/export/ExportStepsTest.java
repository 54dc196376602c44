package org.tradeassurance.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tradeassurance.SampleOrder;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.ExportCheck;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.Signal;
import org.tradeassurance.process.TradeOrderModel;

/** What the models do about export, as values. */
@Tag("core")
class ExportStepsTest {

    private static final LocalDate CLEARED = LocalDate.of(2015, 12, 20);

    private final Order order = new SampleOrder(new OrderNo("70058590568114"), Instant.parse("2015-11-03T02:00:00Z"))
            .awaitingShipment(LocalDate.of(2015, 12, 27), "SEA", "12000.00");

    @ParameterizedTest(name = "AMB-14, EXP-01: new products {0}: the service is {1}")
    @CsvSource({"true, PENDING", "false, ALLOWED"})
    void newProductsAreAskedAbout(boolean newProducts, ExportCheck check) {
        Outcome compared = ExportSteps.compare(order, newProducts);
        assertThat(compared.order().shipment().exportCheck()).isEqualTo(check);
        assertThat(compared.answers()).containsEntry("newProducts", newProducts);
    }

    @Test
    @DisplayName("AMB-09: the export desk settles what the service refused, and says how")
    void theDeskSettles() {
        Order refused = order.with(order.shipment().checked(ExportCheck.REFUSED));
        assertThat(ExportSteps.settle(refused, "By another agent"))
                .isEqualTo(Outcome.of(order).told(Fact.EXPORT_SETTLED, "By another agent"));
    }

    @Test
    @DisplayName("AMB-09, SHP-02: goods that the supplier exports itself are cleared with a date and its evidence")
    void ownGoodsAreCleared() {
        ExportOrder own = exportOrder("own");
        assertThat(ExportSteps.clear(order, own, CLEARED, "No. 7"))
                .isEqualTo(Outcome.of(order)
                        .told(Fact.GOODS_CLEARED, "E-own 2015-12-20, No. 7")
                        .then(new ExportSteps.Changed(own.cleared(CLEARED, "No. 7"))));
        assertThat(own.cleared(CLEARED, "No. 7").evidence()).isEqualTo("No. 7");
    }

    /** Export orders are written as {@code own} and {@code service}, cleared ones with a plus. */
    @ParameterizedTest(name = "AMB-09, AMB-14: contract by {0}, linked {1}: {2}, missing {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            service      | service      | -                       | false
            service      | -            | -                       | false
            service      | own          | unlink own              | true
            service      | own+         | -                       | true
            service      | own service  | unlink own              | false
            own          | own          | -                       | false
            own          | service      | link own, unlink service | false
            own          | service+     | link own                | false
            service own  | service      | link own                | false
            service own  | own          | -                       | true
            service own  | own service  | -                       | false
            """)
    void aModifiedContractMovesGoods(String by, String linked, String effects, boolean missing) {
        Outcome routed = ExportSteps.route(order, modes(by), linked(linked));
        String told = by.contains("own")
                ? TradeOrderModel.MESSAGE_SELF_EXPORT_AGREED
                : TradeOrderModel.MESSAGE_SELF_EXPORT_DROPPED;
        List<Object> expected = new ArrayList<>();
        if (effects != null) {
            for (String effect : effects.split(", ", -1)) {
                expected.add(
                        effect.equals("link own")
                                ? new ExportSteps.LinkOwn(order)
                                : new ExportSteps.Unlink(order, exportOrder(effect.substring("unlink ".length()))));
            }
        }
        expected.add(new Signal(order.no(), told));
        assertThat(routed.effects()).containsExactlyElementsOf(cast(expected));
        assertThat(routed.answers()).containsEntry("exportOrderMissing", missing);
        assertThat(routed.order().shipment().exportOrderPending()).isEqualTo(missing);
    }

    @Test
    @DisplayName("EXP-02: an export order that is being made is not made again")
    void anExportOrderIsMadeOnce() {
        Order pending = order.with(order.shipment().exportOrderPending(true));
        assertThat(ExportSteps.route(pending, modes("service"), linked("own")).answers())
                .containsEntry("exportOrderMissing", false);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "20.12.2015", "2015-12-32"})
    @DisplayName("SHP-02: a clearance has a date")
    void aClearanceHasADate(String text) {
        assertThatThrownBy(() -> ExportSteps.date(text)).isInstanceOf(Refusal.class);
        assertThat(ExportSteps.date("2015-12-20")).isEqualTo(CLEARED);
    }

    @Test
    @DisplayName("AMB-09: evidence is a text of at most 500 characters")
    void evidenceIsAText() {
        assertThat(ExportSteps.evidence(" No. 7 ")).isEqualTo("No. 7");
        assertThat(ExportSteps.evidence(" " + "7".repeat(500))).hasSize(500);
        for (String text : new String[] {null, " ", "7".repeat(501)}) {
            assertThatThrownBy(() -> ExportSteps.evidence(text)).isInstanceOf(Refusal.class);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> cast(List<Object> list) {
        return (List<T>) list;
    }

    private static ExportModes.Modes modes(String by) {
        Contract.Line line = SampleOrder.line("P-100", "LIGHTING");
        Set<String> words = Set.of(by.split(" ", -1));
        return new ExportModes.Modes(words.contains("service") ? List.of(line) : List.of(), words.contains("own"));
    }

    private List<ExportOrder> linked(String words) {
        return words == null
                ? List.of()
                : Stream.of(words.split(" ", -1)).map(this::exportOrder).toList();
    }

    private ExportOrder exportOrder(String word) {
        ExportOrder made = new ExportOrder(
                "E-" + word, order.no(), ExportOrder.Status.TO_DECLARE, null, null, null, word.startsWith("own"), null);
        return word.endsWith("+") ? made.cleared(CLEARED, "No. 7") : made;
    }
}
