package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Fact;
import org.tradeassurance.process.TradeOrderModel;

/**
 * UI-01: whatever is done to an order, a backend's call and a desk's form leave the same behind: in the record, in every table, for the
 * engine and for whoever asks afterwards; and they are refused alike. Only the name of who did it differs.
 */
class BothDoorsTest extends ActFixture {

    /** The call and the task of each act, where the order is then, what is sent and filled in, and what the record tells. */
    private static final String ACTS = """
            POST /orders                               | nothing        | {draft}                               | openOrder                 |                                     | order-opened
            POST /orders/{}/submission                 | draft          |                                       | completeDraft             | decision=submit                     | order-submitted
            POST /orders/{}/cancellations              | draft          | party=SUPPLIER;reason=No need         | completeDraft             | decision=cancel;reason=No need      | order-closed
            POST /orders/{}/cancellations              | refused export | party=SUPPLIER;reason=No need         | settleExportService       | decision=cancel;reason=No need      | order-closed
            -                                          | refused export |                                       | settleExportService       | decision=approve;note=On the phone  | contract-presented
            PUT /orders/{}/contract                    | offered        | {contract}                            | -                         |                                     | contract-revised
            POST /orders/{}/reminders                  | offered        | party=SUPPLIER                        | -                         |                                     | reminder-sent
            POST /orders/{}/cancellations              | offered        | party=BUYER;reason=No need            | confirmContractAsBuyer    | decision=cancel;reason=No need      | order-closed
            POST /orders/{}/confirmations              | offered        | party=BUYER;contractVersion=1         | confirmContractAsBuyer    | decision=confirm                    | contract-confirmed
            POST /orders/{}/cancellations              | ordered        | party=SUPPLIER;reason=No need         | confirmContractAsSupplier | decision=cancel;reason=No need      | order-closed
            POST /orders/{}/confirmations              | ordered        | party=SUPPLIER;contractVersion=1      | confirmContractAsSupplier | decision=confirm                    | contract-confirmed
            POST /orders/{}/confirmations              | negotiated     | party=BUYER;contractVersion=1         | confirmContractAsBuyer    | decision=confirm                    | contract-confirmed
            POST /orders/{}/confirmations              | negotiated     | party=SUPPLIER;contractVersion=1      | confirmContractAsSupplier | decision=confirm                    | contract-confirmed
            POST /orders/{}/cancellations              | agreed         | party=BUYER;reason=No need            | -                         |                                     | cancellation-requested
            POST /orders/{}/cancellations/decision     | cancelling     | accept=true                           | decideOnCancellation      | decision=accept                     | cancellation-accepted
            POST /orders/{}/cancellations/decision     | cancelling     | accept=false                          | decideOnCancellation      | decision=decline                    | cancellation-declined
            POST /orders/{}/closure                    | unpaid         | reason=No money came                  | decideOnUnpaidOrder       | decision=close;reason=No money came | order-closed
            -                                          | unpaid         |                                       | decideOnUnpaidOrder       | decision=wait                       | unpaid-order-decided
            POST /remittances                          | agreed         | {money}                               | -                         |                                     | deposit-accepted
            -                                          | lost money     |                                       | matchRemittance           | decision=assign;assignTo={no}       | contract-effective
            POST /orders/{}/deposit-acceptance         | short deposit  |                                       | acceptShortDeposit        |                                     | deposit-accepted
            -                                          | topping up     |                                       | chaseDeposit              | note=On the phone;nextOn=2015-11-20| deposit-chased
            PUT /orders/{}/contract                    | paid           | {contract}                            | -                         |                                     | modification-proposed
            POST /orders/{}/confirmations              | modified       | party=BUYER;contractVersion=2         | confirmModification       | decision=confirm                    | modification-confirmed
            -                                          | modified       |                                       | confirmModification       | decision=decline                    | modification-dropped
            POST /orders/{}/export-orders              | paid           | exportOrderNo=EO-{no}                 | -                         |                                     | export-order-linked
            DELETE /orders/{}/export-orders/{}         | paid           |                                       | -                         |                                     | export-order-unlinked
            PUT /export-orders/{}                      | paid           | status=TO_DECLARE                     | -                         |                                     | -
            POST /customs-clearances                   | paid           | {clearance}                           | -                         |                                     | goods-cleared
            POST /orders/{}/export-orders/{}/clearance | own export     | clearedOn=2015-11-01;evidence=Form 7  | proveClearance            | clearedOn=2015-11-01;evidence=Form 7| goods-cleared
            POST /orders/{}/shipment-declaration       | paid           |                                       | declareShipment           |                                     | shipment-declared
            -                                          | late           |                                       | chaseLateShipment         | note=On the phone;nextOn=2015-11-20| late-shipment-chased
            POST /orders/{}/balance-acceptance         | short balance  |                                       | acceptShortBalance        |                                     | balance-settled
            -                                          | unpaid balance |                                       | chaseBalance              | note=On the phone;nextOn=2016-01-30| balance-chased
            POST /orders/{}/goods-receipt              | settled        |                                       | confirmReceipt            |                                     | receipt-confirmed
            POST /orders/{}/feedback                   | received       | text=Good lights;rating=5             | leaveFeedback             | text=Good lights;rating=5           | feedback-published
            POST /orders/{}/feedback/reply             | praised        | text=Thank you                        | replyToFeedback           | text=Thank you                      | feedback-replied
            POST /orders/{}/disputes                   | paid           | kind=REFUND;amount=500.00;reason=Late | -                         |                                     | dispute-opened
            POST /orders/{}/disputes/decision          | disputed       | outcome=DISMISSED;reason=No           | decideDispute             | decision=DISMISSED;reason=No        | dispute-decided
            POST /orders/{}/disputes/decision          | disputed       | outcome=AGREED;amount=500.00;reason=So| decideDispute             | decision=AGREED;refund=500.00;reason=So | refund-granted
            POST /orders/{}/disputes/decision          | disputed       | outcome=REFUND;reason=Yes             | decideDispute             | decision=REFUND;reason=Yes          | order-closed
            POST /complaints                           | agreed         | {complaint}                           | -                         |                                     | complaint-filed
            POST /complaints/{}/decision               | complained     | upheld=false;reason=No proof          | judgeComplaint            | decision=dismiss;reason=No proof    | complaint-dismissed
            POST /complaints/{}/decision               | complained     | upheld=true;reason=Proved             | judgeComplaint            | decision=uphold;reason=Proved       | complaint-upheld
            -                                          | overpaid       |                                       | payRefund                 | payoutReference=OUT-{no};paidOn=2015-11-01 | refund-paid
            """;

    /** What must be refused beyond what a dispute forbids, and as what. */
    private static final String REFUSED = """
            POST /orders                               | nothing        | {draft to nobody}                     | openOrder                 | buyerEmail=                         | invalid-field
            POST /orders/{}/submission                 | unread draft   |                                       | completeDraft             | decision=submit                     | acknowledgement-missing
            POST /orders/{}/submission                 | big draft      |                                       | completeDraft             | decision=submit                     | quota-exceeded
            POST /orders/{}/feedback                   | received       | text=Call me at +442079460018         | leaveFeedback             | text=Call me at +442079460018       | feedback-forbidden-content
            POST /orders/{}/feedback/reply             | praised        | text=Call me at +442079460018         | replyToFeedback           | text=Call me at +442079460018       | feedback-forbidden-content
            POST /orders/{}/export-orders/{}/clearance | own export     | clearedOn=2015-11-02;evidence=Form 7  | proveClearance            | clearedOn=2015-11-02;evidence=Form 7| invalid-field
            POST /orders/{}/disputes                   | disputed       | kind=COMPLAINT;party=BUYER;reason=Late| -                         |                                     | dispute-open
            POST /orders/{}/disputes/decision          | disputed       | outcome=REFUND;amount=12000.01;reason=Yes | decideDispute         | decision=REFUND;refund=12000.01;reason=Yes | amount-too-high
            """;

    /** Operations of no order, or of what operators do to its process. */
    private static final Set<String> OF_NO_ORDER = Set.of(
            "POST /order-templates",
            "POST /orders/{}/migration",
            "POST /orders/{}/process",
            "PUT /suppliers/{}",
            "POST /suppliers/{}/quotations",
            "POST /suppliers/{}/reinstatement",
            "PUT /sandbox/clock",
            "POST /sandbox/clock/advance",
            "POST /sandbox/reset");

    /** What a dispute does not hold up, or is itself. */
    private static final Set<String> STAY = Set.of(
            "POST /orders",
            "POST /remittances",
            "POST /customs-clearances",
            "PUT /export-orders/{}",
            "POST /orders/{}/disputes",
            "POST /orders/{}/disputes/decision",
            "POST /complaints",
            "POST /complaints/{}/decision",
            "matchRemittance",
            "payRefund");

    @Autowired
    private RepositoryService repository;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @ParameterizedTest(name = "{0} or {3} {4}: {5}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = ACTS)
    void anActIsTheSameByBothDoors(
            String call, String place, @Nullable String sent, String task, @Nullable String filled, String told) {
        List<String> called = call.equals("-") ? null : left(place, () -> call(call, sent), told);
        List<String> submitted = task.equals("-") ? null : left(place, () -> submit(task, filled), told);
        if (submitted != null && filled != null && filled.startsWith("note=")) {
            assertThat(submitted)
                    .as("the note is in the record")
                    .anyMatch(line -> line.contains(told)
                            && line.contains(filled.substring(5).replaceFirst(";.*", "")));
        }
        if (called != null && submitted != null) {
            assertThat(submitted).containsExactlyInAnyOrderElementsOf(called);
        }
    }

    /** What an act that is taken leaves behind, told in the name of who did it. */
    private List<String> left(String place, Supplier<Said> act, String told) {
        open();
        reach(place);
        Said said = act.get();
        assertThat(said.status()).as(said.toString()).isBetween(200, 204);
        if (!told.equals("-")) {
            assertThat(recorded(told)).as("who has done %s", told).contains(actor);
            assertThat(Fact.valueOf(told.replace('-', '_').toUpperCase(Locale.ROOT))
                            .side())
                    .as("whom %s acts for", actor)
                    .isIn(sides(actor));
        }
        return trace();
    }

    /** Two desks act in place of a party, the others are the marketplace's own. */
    private static Set<Fact.Side> sides(String actor) {
        return switch (actor) {
            case "supplier-desk" -> Set.of(Fact.Side.SUPPLIER, Fact.Side.EITHER);
            case "buyer-desk" -> Set.of(Fact.Side.BUYER, Fact.Side.EITHER);
            case "finance-desk", "export-desk", "assurance-desk" -> Set.of(Fact.Side.NONE, Fact.Side.EITHER);
            default -> Set.of(Fact.Side.values());
        };
    }

    @ParameterizedTest(name = "{0} or {3} {4}: {5}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = REFUSED)
    void whatIsRefusedIsRefusedByBothDoors(
            String call, String place, @Nullable String sent, String task, @Nullable String filled, String code) {
        reach(place);
        refusedAlike(() -> call(call, sent), task.equals("-") ? null : () -> submit(task, filled), code);
    }

    /** The acts that a dispute stops. */
    static Stream<Arguments> stopped() {
        return ACTS.lines()
                .map(line -> Arrays.stream(line.split("\\|", -1))
                        .map(cell -> cell.isBlank() ? null : cell.strip())
                        .toArray())
                .filter(act -> !STAY.contains(act[0].equals("-") ? act[3] : act[0]))
                .map(Arguments::of);
    }

    @ParameterizedTest(name = "{0} or {3} {4}")
    @MethodSource("stopped")
    @DisplayName("TR-22: what stands still while a dispute is open stands still by both doors")
    void aFrozenOrderStandsStillByBothDoors(
            String call, String place, @Nullable String sent, String task, @Nullable String filled) {
        reach(place);
        ok(act(order(), "disputes", "{\"party\":\"SUPPLIER\",\"kind\":\"COMPLAINT\",\"reason\":\"Late\"}"));
        refusedAlike(
                call.equals("-") ? null : () -> call(call, sent),
                task.equals("-") ? null : () -> submit(task, filled),
                "order-frozen");
    }

    private void refusedAlike(@Nullable Supplier<Said> call, @Nullable Supplier<Said> submission, String code) {
        List<String> before = trace();
        Said called = call == null ? null : call.get();
        Said submitted = submission == null ? null : submission.get();
        if (called != null) {
            assertThat(called.code()).as(called.toString()).isEqualTo(code);
        }
        if (submitted != null) {
            assertThat(submitted.status()).as(submitted.toString()).isEqualTo(422);
        }
        if (called != null && submitted != null) {
            assertThat(submitted.sentence()).contains(called.sentence());
        }
        assertThat(trace()).isEqualTo(before);
    }

    @Test
    void noActIsForgotten() {
        Set<String> operations = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .filter(method -> method != RequestMethod.GET)
                        .flatMap(method -> mapping.getPatternValues().stream()
                                .filter(path -> path.startsWith("/api/v1"))
                                .map(path -> method + " " + path.substring(7).replaceAll("\\{[^}]*}", "{}"))))
                .filter(operation -> !OF_NO_ORDER.contains(operation))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(column(0)).containsExactlyInAnyOrderElementsOf(operations);
        Set<String> named = operations.stream()
                .map(operation -> operation.replaceAll("/\\{}$", "").replaceAll(".*/", ""))
                .collect(Collectors.toSet());
        assertThat(Arrays.stream(Action.values()).filter(action -> !named.contains(action.segment())))
                .as("done by nobody's call")
                .containsExactly(Action.PAY, Action.REQUEST_MODIFICATION, Action.COPY_LINK);
    }

    @Test
    void noTaskIsForgotten() {
        Set<String> modelled = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(process ->
                        repository
                                .getBpmnModelInstance(process.getId())
                                .getModelElementsByType(UserTask.class)
                                .stream())
                .filter(task -> TradeOrderModel.isOwn(task.getId()))
                .map(task -> task.getId().substring("userTask_".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        modelled.remove("traceClearance"); // of an export order that belongs to no order
        modelled.add("openOrder");
        assertThat(column(3)).containsExactlyInAnyOrderElementsOf(modelled);
    }

    private static Set<String> column(int column) {
        return ACTS.lines()
                .map(line -> line.split("\\|", -1)[column].strip())
                .filter(cell -> !cell.equals("-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
