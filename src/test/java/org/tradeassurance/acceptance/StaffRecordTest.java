package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.order.Fact;
import org.tradeassurance.web.Caller;

/** UI-01: what staff do in Tasklist stands in the order's operation record under their own name, for every kind of task. */
class StaffRecordTest extends AcceptanceTest {

    private static final String DISPUTE =
            "{\"party\":\"SUPPLIER\",\"kind\":\"COMPLAINT\",\"reason\":\"The buyer does not answer\"}";
    private static final String NOTE = "Called, promised for Monday";

    /** Task, desk, what is filled in, and what the record calls it. */
    private static final String WORK = """
            completeDraft            | supplier-desk  | decision=submit                             | order-submitted
            settleExportService      | export-desk    | decision=approve                            | contract-presented
            confirmContractAsBuyer   | buyer-desk     | decision=confirm                            | contract-confirmed
            confirmContractAsSupplier| supplier-desk  | decision=confirm                            | contract-confirmed
            decideOnCancellation     | supplier-desk  | decision=decline                            | cancellation-declined
            decideOnUnpaidOrder      | supplier-desk  | decision=wait                               | unpaid-order-decided
            acceptShortDeposit       | supplier-desk  | -                                           | deposit-accepted
            chaseDeposit             | finance-desk   | note=Called, promised for Monday            | deposit-chased
            confirmModification      | buyer-desk     | decision=confirm                            | modification-confirmed
            declareShipment          | supplier-desk  | -                                           | shipment-declared
            chaseLateShipment        | export-desk    | note=Called, promised for Monday            | late-shipment-chased
            acceptShortBalance       | supplier-desk  | -                                           | balance-settled
            chaseBalance             | finance-desk   | note=Called, promised for Monday            | balance-chased
            confirmReceipt           | buyer-desk     | -                                           | receipt-confirmed
            leaveFeedback            | buyer-desk     | text=Good lights;rating=5                   | feedback-published
            replyToFeedback          | supplier-desk  | text=Thank you                              | feedback-replied
            decideDispute            | assurance-desk | decision=DISMISSED;reason=All as agreed     | dispute-decided
            judgeComplaint           | assurance-desk | decision=dismiss;reason=No proof            | complaint-dismissed
            proveClearance           | export-desk    | clearedOn=2015-11-01;evidence=Declaration 7 | goods-cleared
            payRefund                | finance-desk   | payoutReference=BACK-7;paidOn=2015-11-01    | refund-paid
            """;

    @Autowired
    private RepositoryService repository;

    /** Where a task waits: the order it is about, and the business key of its process. */
    private record Place(String order, String key) {}

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', textBlock = WORK)
    void whoDidItStandsInTheRecord(String name, String desk, String fields, String action) {
        Place place = reach(name);
        Task task = task(place.key(), "userTask_" + name);
        assertThat(task).as("the order waits there").isNotNull();
        DeskMember member = member(desk);
        assertThat(member.claim(task.getId()).status()).isEqualTo(204);
        Caller.Answer submitted = member.submit(task.getId(), filled(fields));
        assertThat(submitted.status()).as(submitted.body()).isBetween(200, 204);
        assertThat(recorded(place.order(), desk)).contains(action);
        assertThat(side(action)).as("whom %s acts for", desk).isIn(sides(desk));
        if (fields.contains(NOTE)) {
            String record = platform.get("/orders/" + place.order() + "/operations?limit=200")
                    .body()
                    .toString();
            assertThat(record).contains(NOTE);
        }
    }

    private static Fact.Side side(String action) {
        return Fact.valueOf(action.replace('-', '_').toUpperCase(Locale.ROOT)).side();
    }

    /** Two desks act in place of a party, the others are the marketplace's own. */
    private static Set<Fact.Side> sides(String desk) {
        return switch (desk) {
            case "supplier-desk" -> Set.of(Fact.Side.SUPPLIER, Fact.Side.EITHER);
            case "buyer-desk" -> Set.of(Fact.Side.BUYER, Fact.Side.EITHER);
            default -> Set.of(Fact.Side.NONE);
        };
    }

    private static Map<String, String> filled(String fields) {
        return Stream.of(fields.split(";"))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));
    }

    private Place reach(String task) {
        if (task.equals("judgeComplaint")) {
            String no = agreed(draft());
            return new Place(no, complaint(no));
        }
        if (task.equals("payRefund")) {
            String no = with(agreed(draft()), "40000.50");
            return new Place(no, refund(no));
        }
        String no = switch (task) {
            case "completeDraft" -> opened(draft().with("/submit", "false"));
            case "settleExportService" -> opened(draft().with("/lines/0/category", "EXPORT_REFUSED"));
            case "confirmContractAsBuyer" -> opened(draft());
            case "confirmContractAsSupplier" -> opened(draft().with("/origin", "BUYER_ORDER"));
            case "decideOnCancellation" ->
                after(agreed(draft()), "cancellations", "{\"party\":\"BUYER\",\"reason\":\"No need\"}");
            case "decideOnUnpaidOrder" -> late(agreed(draft()), "2015-11-16T09:00:00");
            case "acceptShortDeposit" -> with(agreed(draft()), "11500.00");
            case "chaseDeposit" -> late(with(agreed(draft()), "6000.00"), "2015-11-12T09:00:00");
            case "confirmModification" -> modified();
            case "declareShipment" -> paid(draft());
            case "chaseLateShipment" -> late(paid(draft()), "2015-11-12T00:00:00");
            case "acceptShortBalance" -> with(dispatched(), "27500.00");
            case "chaseBalance" -> late(dispatched(), "2016-01-15T00:00:00");
            case "confirmReceipt" -> with(dispatched(), "28000.00");
            case "leaveFeedback" -> received();
            case "replyToFeedback" -> after(received(), "feedback", "{\"text\":\"Good lights\",\"rating\":5}");
            case "proveClearance" -> paid(draft().with("/lines/0/category", "SELF_DECLARED"));
            case "decideDispute" -> after(paid(draft()), "disputes", DISPUTE);
            default -> throw new IllegalArgumentException(task);
        };
        return new Place(no, no);
    }

    @Test
    void moneyThatTheFinanceDeskAssignsIsTakenInItsName() {
        String no = agreed(draft());
        String id = remit("BANK-" + no, "79999999999999", "12000.00", "TT").text("/remittanceId");
        DeskMember member = member("finance-desk");
        String task = task(id, "userTask_matchRemittance").getId();
        member.claim(task);
        assertThat(member.submit(task, Map.of("decision", "assign", "assignTo", no))
                        .status())
                .isBetween(200, 204);
        assertThat(recorded(no, "finance-desk")).contains("contract-effective");
    }

    @Test
    void noKindOfTaskIsForgotten() {
        Set<String> modelled = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(process ->
                        repository
                                .getBpmnModelInstance(process.getId())
                                .getModelElementsByType(UserTask.class)
                                .stream())
                .map(UserTask::getId)
                .filter(id -> id.startsWith("userTask_"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> tried = WORK.lines()
                .map(line -> "userTask_" + line.split("\\|", 2)[0].trim())
                .collect(Collectors.toCollection(TreeSet::new));
        // Of no order: the money has a test of its own above, the clearance of an unknown export order has no record.
        tried.addAll(List.of("userTask_matchRemittance", "userTask_traceClearance"));
        assertThat(tried).isEqualTo(modelled);
    }

    private List<String> recorded(String no, String actor) {
        return jdbc.sql("select action from operation_record where order_no = :no and actor = :actor")
                .param("no", no)
                .param("actor", actor)
                .query(String.class)
                .list();
    }

    private String after(String no, String action, String body) {
        ok(act(no, action, body));
        return no;
    }

    private String late(String no, String until) {
        until(until);
        return no;
    }

    private String with(String no, String money) {
        remitted(no, money);
        return no;
    }

    private String modified() {
        Draft draft = draft();
        String no = paid(draft);
        String later =
                draft.with("/shipping/shipBy", "{\"date\":\"2015-11-20\"}").contract("SUPPLIER");
        ok(platform.put("/orders/" + no + "/contract", later, Map.of("If-Match", "\"1\"")));
        return no;
    }

    private String dispatched() {
        String no = paid(draft());
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        return no;
    }

    private String received() {
        return after(with(dispatched(), "28000.00"), "goods-receipt", "{}");
    }

    /** The number of the only refund due on an order, which its process has as business key. */
    private String refund(String no) {
        return jdbc.sql("select refund_no from refund where order_no = :no")
                .param("no", no)
                .query(String.class)
                .single();
    }

    private String complaint(String no) {
        return platform.post("/complaints", """
                        {"supplierId": "%s", "orderNo": "%s", "kind": "CONTRACT_BREACH", "text": "Other goods"}
                        """.formatted(supplier, no)).text("/complaintId");
    }
}
