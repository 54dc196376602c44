package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parties see of an order in each of its states. */
class StatusTest extends AcceptanceTest {

    @DisplayName("TR-16, TR-17, UI-02, section 15: state, step, text and what each party may do")
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ST-00 | NEGOTIATING               | DRAFT    | Negotiation                           | 订单洽谈        | confirmations contract reminders cancellations disputes | confirmations contract reminders cancellations disputes",
                "ST-01 | DRAFT                     | DRAFT    | Start Order                           | 起草订单        | cancellations disputes | submission contract cancellations disputes",
                "ST-02 | AWAITING_SUPPLIER_CONFIRM | CONFIRM  | Waiting for supplier to confirm       | 等待卖家确认      | contract reminders cancellations disputes | confirmations contract cancellations disputes",
                "ST-03 | AWAITING_BUYER_CONFIRM    | CONFIRM  | Contract awaiting your confirmation   | 待买家确认订单     | confirmations request-modification cancellations disputes | contract copy-link reminders cancellations disputes",
                "ST-04 | AWAITING_DEPOSIT          | PAYMENT  | Waiting for buyer payment             | 待买家付款       | pay request-modification cancellations disputes | contract copy-link reminders disputes",
                "ST-05 | AWAITING_DEPOSIT_CONFIRM  | PAYMENT  | Payment under confirmation            | 待您确认预付款金额   | disputes | deposit-acceptance contract export-orders copy-link disputes",
                "ST-06 | AWAITING_DEPOSIT_TOPUP    | PAYMENT  | Pay the rest of the initial payment   | 待补足预付款金额    | pay disputes | contract export-orders copy-link reminders disputes",
                "ST-07 | AWAITING_SHIPMENT         | SHIPMENT | Order will be shipped                 | 待卖家发货       | disputes | shipment-declaration export-orders contract copy-link disputes",
                "ST-08 | SHIPPED_AWAITING_BALANCE  | RECEIPT  | Shipped, waiting for balance payment  | 已发货待付尾款     | pay disputes | reminders disputes",
                "ST-09 | AWAITING_RECEIPT          | RECEIPT  | Confirm Receipt                       | 买家收货        | goods-receipt disputes | reminders disputes",
                "ST-10 | COMPLETED                 | COMPLETE | Order complete                        | 交易完成        | feedback disputes | disputes",
                "ST-11 | CLOSED                    | CONFIRM  | Closed                                | 已关闭         | '' | ''"
            })
    void thePartiesSeeWhereAnOrderIs(
            String id, String status, String step, String en, String zh, String buyerMay, String supplierMay) {
        Api.Answer order = order(in(status));
        assertThat(order.text("/status")).isEqualTo(status);
        assertThat(order.text("/step")).isEqualTo(step);
        assertThat(order.text("/statusText/en")).isEqualTo(en);
        assertThat(order.text("/statusText/zh")).isEqualTo(zh);
        assertThat(actions(order, "buyer")).isEqualTo(buyerMay);
        assertThat(actions(order, "supplier")).isEqualTo(supplierMay);
        assertThat(order.text("/link")).endsWith("/orders/" + order.text("/orderNo"));
        assertThat(order.text("/orderNo")).as("UI-06").matches("\\d{14}");
    }

    @Test
    @DisplayName("ST-12: a dispute freezes the order, keeps the state beneath and leaves nobody an action")
    void aDisputeLiesOverTheState() {
        String no = in("AWAITING_SHIPMENT");
        ok(act(no, "disputes", "{\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"Broken\"}"));
        Api.Answer order = order(no);
        assertThat(order.body().path("frozen").asBoolean()).isTrue();
        assertThat(order.text("/status")).isEqualTo("AWAITING_SHIPMENT");
        assertThat(actions(order, "buyer") + actions(order, "supplier")).isEmpty();
    }

    @DisplayName("ST-13, TR-10..12, PAY-08: with its first money a contract is effective, however much came")
    @ParameterizedTest(name = "{0} on a deposit of 12,000: {1}")
    @CsvSource({"12000.00, AWAITING_SHIPMENT", "11500.00, AWAITING_DEPOSIT_CONFIRM", "1.00,     AWAITING_DEPOSIT_TOPUP"
    })
    void theFirstMoneyMakesAContractEffective(String amount, String status) {
        String no = agreed(draft());
        assertThat(order(no).body().path("effectiveAt").isNull()).isTrue();
        at("2015-11-02T10:00:00");
        remitted(no, amount);
        assertThat(status(no)).isEqualTo(status);
        assertThat(order(no).text("/effectiveAt")).isEqualTo("2015-11-02T02:00:00Z");
        assertThat(platform.get("/suppliers/" + supplier).text("/lastEffectiveAt"))
                .isEqualTo("2015-11-02T02:00:00Z");
    }

    /** An order in a state. */
    private String in(String status) {
        return switch (status) {
            case "NEGOTIATING" -> opened(draft().with("/origin", "INQUIRY"));
            case "DRAFT" -> opened(draft().with("/submit", "false"));
            case "AWAITING_SUPPLIER_CONFIRM" -> opened(draft().with("/origin", "BUYER_ORDER"));
            case "AWAITING_BUYER_CONFIRM" -> opened(draft());
            case "AWAITING_DEPOSIT" -> agreed(draft());
            case "AWAITING_DEPOSIT_CONFIRM" -> deposited("11500.00");
            case "AWAITING_DEPOSIT_TOPUP" -> deposited("1.00");
            case "AWAITING_SHIPMENT" -> paid(draft());
            case "SHIPPED_AWAITING_BALANCE" -> delivered(paid(draft()));
            case "AWAITING_RECEIPT" -> delivered(paid(inFull()));
            case "COMPLETED" -> {
                String no = delivered(paid(inFull()));
                ok(act(no, "goods-receipt", "{}"));
                yield no;
            }
            case "CLOSED" -> {
                String no = opened(draft());
                ok(act(no, "cancellations", "{\"party\":\"BUYER\",\"reason\":\"Not needed\"}"));
                yield no;
            }
            default -> throw new IllegalArgumentException(status);
        };
    }

    private Draft inFull() {
        return draft().amounts("3000.00", "3000.00").with("/coverage", "POST_DELIVERY");
    }

    private String deposited(String amount) {
        String no = agreed(draft());
        remitted(no, amount);
        return no;
    }

    private String delivered(String no) {
        at("2015-11-11T12:00:00");
        shipped(no, "2015-11-11");
        return no;
    }

    private static String actions(Api.Answer order, String party) {
        return StreamSupport.stream(order.body().at("/actions/" + party).spliterator(), false)
                .map(action -> action.asText())
                .collect(Collectors.joining(" "));
    }
}
