package org.tradeassurance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradeassurance.acceptance.AcceptanceTest;

/** The published description and the contract say the same. */
class DescriptionTest extends AcceptanceTest {

    /** Method, path and status of success of each call; what the contract leaves open stands in decision 0010. */
    private static final String CALLS = """
            POST /orders 201
            GET /orders 200
            GET /orders/counters 200
            GET /orders/{} 200
            POST /orders/{}/submission 200
            PUT /orders/{}/contract 200
            POST /orders/{}/confirmations 200
            POST /orders/{}/cancellations 200
            POST /orders/{}/cancellations/decision 200
            POST /orders/{}/closure 200
            POST /orders/{}/deposit-acceptance 200
            POST /orders/{}/balance-acceptance 200
            POST /orders/{}/reminders 200
            POST /orders/{}/export-orders 201
            DELETE /orders/{}/export-orders/{} 204
            POST /orders/{}/shipment-declaration 200
            POST /orders/{}/goods-receipt 200
            POST /orders/{}/feedback 200
            POST /orders/{}/feedback/reply 200
            POST /orders/{}/disputes 200
            POST /orders/{}/disputes/decision 200
            GET /orders/{}/operations 200
            GET /orders/{}/contracts 200
            GET /orders/{}/contracts/{} 200
            GET /orders/{}/funds 200
            GET /orders/{}/payment-details 200
            GET /public/trade-records 200
            GET /order-templates 200
            POST /order-templates 201
            GET /remittances/{} 200
            POST /remittances 202
            POST /customs-clearances 202
            PUT /suppliers/{} 200
            PUT /suppliers/{} 201
            GET /suppliers/{} 200
            GET /suppliers/{}/quota-entries 200
            POST /suppliers/{}/reinstatement 200
            POST /suppliers/{}/quotations 200
            POST /complaints 202
            POST /complaints/{}/decision 200
            GET /sandbox/clock 200
            PUT /sandbox/clock 200
            POST /sandbox/clock/advance 200
            POST /sandbox/reset 200""";

    private Set<String> described() {
        return new Description(platform.description())
                .operations().stream()
                        .flatMap(operation -> success(operation)
                                .map(status -> operation.method() + " "
                                        + operation
                                                .path()
                                                .substring("/api/v1".length())
                                                .replaceAll("\\{\\w+}", "{}")
                                        + " " + status))
                        .collect(Collectors.toSet());
    }

    private static Stream<String> success(Description.Operation operation) {
        return Stream.of("200", "201", "202", "204")
                .filter(status -> operation.node().path("responses").has(status));
    }

    @Test
    @DisplayName("each call of the contract is described, with its status")
    void eachCallIsDescribed() {
        assertThat(described()).containsAll(CALLS.lines().toList());
    }

    @Test
    @DisplayName("each call answers refusals as problems, each POST needs its key, the contract its If-Match")
    void whatEachCallNeeds() {
        for (Description.Operation operation : new Description(platform.description()).operations()) {
            assertThat(operation
                            .node()
                            .at("/responses/default/content/application~1problem+json")
                            .isMissingNode())
                    .as(operation.toString())
                    .isFalse();
            List<String> needed = operation.parameters("header").stream()
                    .filter(header -> header.path("required").asBoolean())
                    .map(header -> header.path("name").asText())
                    .toList();
            String expected = operation.method().equals("POST")
                    ? "Idempotency-Key"
                    : operation.path().endsWith("/contract") ? "If-Match" : null;
            assertThat(needed).as(operation.toString()).isEqualTo(expected == null ? List.of() : List.of(expected));
        }
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "OrderView, status, NEGOTIATING DRAFT AWAITING_SUPPLIER_CONFIRM AWAITING_BUYER_CONFIRM AWAITING_DEPOSIT AWAITING_DEPOSIT_CONFIRM"
                + " AWAITING_DEPOSIT_TOPUP AWAITING_SHIPMENT SHIPPED_AWAITING_BALANCE AWAITING_RECEIPT COMPLETED CLOSED",
        "OrderView, step, DRAFT CONFIRM PAYMENT SHIPMENT RECEIPT COMPLETE",
        "OrderRequest, origin, SUPPLIER_DRAFT BUYER_ORDER INQUIRY",
        "OrderRequest, coverage, PRE_SHIPMENT POST_DELIVERY NONE",
        "ContractRequest, party, BUYER SUPPLIER",
        "OrderBuyerBody, accountType, OVERSEAS_FREE OVERSEAS_PAID DOMESTIC_FREE_SUPPLIER",
        "OrderPaymentBody, methods, TT CREDIT_CARD E_CHECKING",
        "OrderCoverageView, state, NONE FROZEN RELEASED",
        "SupplierRequest, region, CN HK TW",
        "SupplierView, standing, ACTIVE SUSPENDED TERMINATED",
        "ComplaintBody, kind, UNREASONABLE_REFUSAL OFF_PATH_PAYMENT CONTRACT_BREACH",
        "DisputeBody, kind, REFUND COMPLAINT",
        "DisputeDecisionBody, outcome, DISMISSED REFUND AGREED"
    })
    @DisplayName("each field's values are described")
    void theValuesOfAField(String schema, String field, String values) {
        var api = platform.description();
        var property = api.at("/components/schemas/" + schema + "/properties/" + field);
        var value = property.has("items") ? property.path("items") : property;
        var plain = value.has("anyOf") ? value.path("anyOf").path(0) : value;
        var told = plain.has("$ref") ? api.at(plain.path("$ref").asText().substring(1)) : plain;
        assertThat(told.path("enum"))
                .extracting(each -> each.asText())
                .containsExactlyInAnyOrder(values.split(" ", -1));
    }

    @ParameterizedTest(name = "{0} takes {1}")
    @CsvSource({
        "/orders/{orderNo}/cancellations/decision, accept",
        "/complaints/{complaintId}/decision, upheld",
        "/orders/{orderNo}/disputes/decision, outcome"
    })
    @DisplayName("bodies of one kind don't stand in for each other")
    void decisionsAreNotMixedUp(String path, String field) {
        Description description = new Description(platform.description());
        assertThat(description.operations())
                .filteredOn(operation -> operation.path().equals("/api/v1" + path))
                .singleElement()
                .satisfies(operation ->
                        assertThat(String.valueOf(description.body(operation))).contains(field));
    }
}
