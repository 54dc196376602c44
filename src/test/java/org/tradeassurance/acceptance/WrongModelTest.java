package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.web.Caller;

/** What a slip in a model must not do: the row has the last word about money. */
class WrongModelTest extends AcceptanceTest {

    @Autowired
    private RepositoryService repository;

    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    private RuntimeService runtime;

    private Redeployment models;

    @BeforeEach
    void asTheyAre() {
        models = new Redeployment(repository);
    }

    @AfterEach
    void asTheyWere() {
        models.close();
    }

    @Test
    @DisplayName(
            "BAL-03, RCV-03: an unpaid balance is not settled by a misspelt word whose default way is the happy one")
    void anUnpaidBalanceIsNotSettled() {
        misspelt("collect-balance", "flow_balanceVerdictToBalancePosted", "flow_balanceVerdictToSettleBalance");
        String no = paid(draft().amounts("10000.00", "4000.00"));
        at("2015-11-11T12:00:00");
        String export = order(no).text("/shipment/exportOrders/0/exportOrderNo");
        act(no, "shipment-declaration", "{}");
        as("export-service").post("/customs-clearances", """
                {"exportOrderNo": "%s", "clearedOn": "2015-11-11", "reference": "W-%s"}""".formatted(export, no));

        assertThat(status(no)).isIn("AWAITING_SHIPMENT", "SHIPPED_AWAITING_BALANCE");
        assertThat(platform.get("/orders/" + no + "/payment-details?leg=BALANCE")
                        .text("/amount"))
                .isEqualTo("6000.00");
    }

    @Test
    @DisplayName(
            "TOL-02: a deposit far too short is not accepted by a misspelt word whose default way is the happy one")
    void aShortDepositIsNotAccepted() {
        misspelt("collect-deposit", "flow_depositVerdictToAskForTopUp", "flow_depositVerdictToAcceptDeposit");
        String no = agreed(draft());
        remit("W-" + no, no, "0.01", "TT");

        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT");
        assertThat(order(no).text("/funds/depositReceived")).isEqualTo("0.00");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "side, SELLER, SELLER is no side that a step can be done for",
        "notBy, userTask_chaseBalances, No other task of this process is called userTask_chaseBalances"
    })
    @DisplayName(
            "a step for a side, or held against a task, that there is not is refused when it is deployed, by its name")
    void aPropertyThatMeansNothingIsRefused(String property, String value, String sentence) {
        models.replace(
                "collect-balance",
                "(?s)(<bpmn:userTask id=\"userTask_chaseBalance\".*?<camunda:properties>)",
                "$1<camunda:property name=\"%s\" value=\"%s\" />".formatted(property, value));
        assertThatThrownBy(models::deploy)
                .hasStackTraceContaining("collect-balance.bpmn, userTask_chaseBalance: " + sentence);
    }

    @Test
    @DisplayName(
            "a step without its form is refused when it is deployed; one from before says what is missing, and stays open")
    void aMissingFormIsSaid() {
        models.without("declare-shipment");
        assertThatThrownBy(models::deploy)
                .hasStackTraceContaining("userTask_declareShipment: The form declare-shipment is not deployed with it");

        models = new Redeployment(repository);
        models.deploy();
        String no = paid(draft());
        jdbc.sql("""
                        delete from act_re_camformdef
                         where key_ = 'declare-shipment'
                           and deployment_id_ = (select d.deployment_id_ from act_re_procdef d
                                                  where d.key_ = 'trade-order' order by d.version_ desc limit 1)
                        """).update();
        DeskMember member = member("supplier-desk").speaking("en");
        String task = task(no, "userTask_declareShipment").getId();
        member.claim(task);
        Caller.Answer answer = member.submit(task, Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().path("message").asText()).contains("The form declare-shipment was not deployed");
        assertThat(task(no, "userTask_declareShipment")).isNotNull();
    }

    @Test
    @DisplayName(
            "PAY-08: money that a wrong model cannot take is kept, an incident says so, and a mended model takes it once")
    void moneyThatAModelCannotTakeIsKept() {
        models.replace("collect-deposit", "shortfallVerdict == 'ACCEPT'", "shortfalVerdict == 'ACCEPT'")
                .deploy();
        String no = agreed(draft());
        Api.Answer money = remit("W-" + no, no, "12000.00", "TT");
        assertThat(money.status()).as(money.body().toString()).isEqualTo(202);
        assertThat(money.text("/state")).isEqualTo("PENDING");
        Api.Answer again = remit("W-" + no, no, "12000.00", "TT");
        assertThat(again.text("/remittanceId")).isEqualTo(money.text("/remittanceId"));
        assertThat(incidents(no)).singleElement().asString().contains(no, "deposit-posted", "shortfalVerdict");

        mended(no);
        Awaitility.await().atMost(SOON).until(() -> status(no).equals("AWAITING_SHIPMENT"));
        assertThat(order(no).text("/funds/depositReceived")).isEqualTo("12000.00");
        assertThat(platform.get("/remittances/" + money.text("/remittanceId")).text("/state"))
                .isEqualTo("APPLIED");
        assertThat(incidents(no)).isEmpty();
    }

    @Test
    @DisplayName(
            "SHP-02: a clearance that a wrong model cannot take is kept, an incident says so, and a mended model ships the order")
    void aClearanceThatAModelCannotTakeIsKept() {
        models.replace("ship-order", "coverageVerdict == 'NOW'", "coverageVerdct == 'NOW'")
                .deploy();
        String no = paid(draft());
        at("2015-11-11T12:00:00");
        ok(act(no, "shipment-declaration", "{}"));
        cleared(order(no).text("/shipment/exportOrders/0/exportOrderNo"), "2015-11-11");
        assertThat(status(no)).isEqualTo("AWAITING_SHIPMENT");
        assertThat(incidents(no)).singleElement().asString().contains(no, "goods-cleared", "coverageVerdct");

        mended(no);
        Awaitility.await().atMost(SOON).until(() -> status(no).equals("SHIPPED_AWAITING_BALANCE"));
        assertThat(order(no).text("/shipment/actualShipDate")).isEqualTo("2015-11-11");
        assertThat(incidents(no)).isEmpty();
    }

    @Test
    @DisplayName(
            "PRM-05: a table that does not say what the code needs is not deployed; the sentence names table, column and word")
    void aTableThatLacksSomethingIsNotDeployed() {
        models.cell("covered-amount", "out_postDeliveryBasis", "\"EVERYTHING\"");
        assertThatThrownBy(models::deploy)
                .hasStackTraceContaining("Table covered-amount, row 2, column \"Covered amount is the\": "
                        + "\"EVERYTHING\" is none of DEPOSIT, TOTAL, NONE.");
        String no = agreed(draft().with("/coverage", "POST_DELIVERY"));
        assertThat(order(no).text("/coverage/amount")).isEqualTo("40000.00");
    }

    private void mended(String no) {
        models.close();
        models = new Redeployment(repository);
        ok(act(no, "migration", "{}"));
    }

    private List<String> incidents(String no) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(no).list().stream()
                .flatMap(instance -> runtime.createIncidentQuery().processInstanceId(instance.getId()).list().stream())
                .filter(incident -> incident.getId().equals(incident.getCauseIncidentId()))
                .map(Incident::getIncidentMessage)
                .toList();
    }

    @ParameterizedTest(name = "who says {0}")
    @DisplayName("TR-05, TR-07: a person's decision whose word a model misspells is not taken for the opposite")
    @CsvSource({"cancel, reason=Found another", "confirm, "})
    void aDecisionIsNotTakenForItsOpposite(String word, String more) {
        models.replace(
                        "confirm-order",
                        "(flow_buyerConfirmsTo[\\s\\S]*?)decision == '" + word + "'",
                        "$1decision == 'x" + word + "'")
                .deploy();
        String no = opened(draft().with("/coverage", "POST_DELIVERY"));
        Map<String, String> fields = new HashMap<>(Map.of("decision", word));
        if (more != null) {
            fields.put(more.replaceFirst("=.*", ""), more.replaceFirst(".*=", ""));
        }
        String task = task(no, "userTask_confirmContractAsBuyer").getId();
        DeskMember desk = member("buyer-desk");
        desk.claim(task);

        assertThat(desk.submit(task, fields).status()).isEqualTo(500);
        assertThat(status(no)).isEqualTo("AWAITING_BUYER_CONFIRM");
        assertThat(order(no).body().at("/confirmed/buyer").isNull()).isTrue();
        assertThat(frozenQuota()).isEqualTo("40000.00");
        assertThat(task(no, "userTask_confirmContractAsBuyer")).isNotNull();
    }

    /** The flow for what is too short asks for a word that the table never answers, and another flow is the default. */
    private void misspelt(String process, String flow, String otherwise) {
        models.replace(process, " default=\"" + flow + "\"", " default=\"" + otherwise + "\"")
                .replace(
                        process,
                        "(?s)(<bpmn:sequenceFlow id=\"" + flow + "\".*?)</bpmn:sequenceFlow>",
                        "$1<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">\\${shortfallVerdict == 'TOPUP'}"
                                + "</bpmn:conditionExpression></bpmn:sequenceFlow>")
                .replace(
                        process,
                        "(?s)(<bpmn:sequenceFlow id=\"" + otherwise
                                + "\".*?)<bpmn:conditionExpression.*?</bpmn:conditionExpression>",
                        "$1")
                .deploy();
    }
}
