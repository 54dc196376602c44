package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a slip in a model must not do: the row has the last word about money. */
class WrongModelTest extends AcceptanceTest {

    @Autowired
    private RepositoryService repository;

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

    /** The flow for what is too short asks for a word that the table never answers, and another flow is the default. */
    private void misspelt(String process, String flow, String otherwise) {
        models.replace(process, " default=\"" + flow + "\"", " default=\"" + otherwise + "\"")
                .replace(
                        process,
                        "<bpmn:sequenceFlow id=\"" + flow + "\"([^>]*) />",
                        "<bpmn:sequenceFlow id=\"" + flow
                                + "\"$1><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">\\${shortfallVerdict == 'TOPUP'}"
                                + "</bpmn:conditionExpression></bpmn:sequenceFlow>")
                .replace(
                        process,
                        "(?s)(<bpmn:sequenceFlow id=\"" + otherwise
                                + "\"[^>]*)>\\s*<bpmn:conditionExpression.*?</bpmn:sequenceFlow>",
                        "$1 />")
                .deploy();
    }
}
