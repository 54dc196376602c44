package org.tradeassurance.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tradeassurance.order.OrderStatus.AWAITING_DEPOSIT;
import static org.tradeassurance.order.OrderStatus.AWAITING_DEPOSIT_CONFIRM;
import static org.tradeassurance.order.OrderStatus.AWAITING_DEPOSIT_TOPUP;
import static org.tradeassurance.order.OrderStatus.AWAITING_RECEIPT;
import static org.tradeassurance.order.OrderStatus.AWAITING_SHIPMENT;
import static org.tradeassurance.order.OrderStatus.CLOSED;
import static org.tradeassurance.order.OrderStatus.COMPLETED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tradeassurance.SampleOrder;

/** Every way from every status: what stands in no row, no order can do. */
@Tag("core")
class OrderStatusTest {

    @ParameterizedTest(name = "{0}: {1} -> {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            TR-02, TR-03, TR-07             | NEGOTIATING               | DRAFT    | AWAITING_SUPPLIER_CONFIRM, AWAITING_BUYER_CONFIRM, CLOSED
            TR-01, TR-07                    | DRAFT                     | DRAFT    | AWAITING_SUPPLIER_CONFIRM, AWAITING_BUYER_CONFIRM, CLOSED
            TR-04, TR-06, TR-07             | AWAITING_SUPPLIER_CONFIRM | CONFIRM  | NEGOTIATING, AWAITING_DEPOSIT, CLOSED
            TR-05, TR-07                    | AWAITING_BUYER_CONFIRM    | CONFIRM  | AWAITING_DEPOSIT, CLOSED
            TR-06, TR-08, TR-09, TR-10..12  | AWAITING_DEPOSIT          | PAYMENT  | AWAITING_DEPOSIT, AWAITING_DEPOSIT_CONFIRM, AWAITING_DEPOSIT_TOPUP, AWAITING_BUYER_CONFIRM, AWAITING_SHIPMENT, CLOSED
            TR-13, TR-14, TR-22             | AWAITING_DEPOSIT_CONFIRM  | PAYMENT  | AWAITING_DEPOSIT_CONFIRM, AWAITING_DEPOSIT_TOPUP, AWAITING_SHIPMENT, CLOSED
            TR-14, TR-15, TR-22             | AWAITING_DEPOSIT_TOPUP    | PAYMENT  | AWAITING_DEPOSIT_CONFIRM, AWAITING_DEPOSIT_TOPUP, AWAITING_SHIPMENT, CLOSED
            TR-16, TR-17, TR-22             | AWAITING_SHIPMENT         | SHIPMENT | SHIPPED_AWAITING_BALANCE, AWAITING_RECEIPT, CLOSED
            TR-18, TR-22                    | SHIPPED_AWAITING_BALANCE  | RECEIPT  | AWAITING_RECEIPT, CLOSED
            TR-19, TR-20, TR-22             | AWAITING_RECEIPT          | RECEIPT  | COMPLETED, CLOSED
            TR-22                           | COMPLETED                 | COMPLETE | CLOSED
            ST-11                           | CLOSED                    | COMPLETE | -
            """)
    void anOrderGoesNoOtherWay(String rules, OrderStatus from, OrderStatus.Step step, String ways) {
        Set<OrderStatus> allowed = ways == null ? Set.of() : statuses(ways);
        assertThat(EnumSet.allOf(OrderStatus.class).stream().filter(from::canBecome))
                .as(rules)
                .containsExactlyInAnyOrderElementsOf(allowed);
        assertThat(from.step()).isEqualTo(step);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("ST-13, TR-21, ST-10, ST-11: what a status says about the deposit, the contract, refunds and the end")
    void whatAStatusSays(OrderStatus status) {
        assertThat(status.collectsDeposit())
                .isEqualTo(EnumSet.of(AWAITING_DEPOSIT, AWAITING_DEPOSIT_CONFIRM, AWAITING_DEPOSIT_TOPUP)
                        .contains(status));
        assertThat(status.isEffectiveBeforeShipment())
                .isEqualTo(EnumSet.of(AWAITING_DEPOSIT_CONFIRM, AWAITING_DEPOSIT_TOPUP, AWAITING_SHIPMENT)
                        .contains(status));
        assertThat(status.mayBeRefunded())
                .isEqualTo(EnumSet.range(AWAITING_DEPOSIT_CONFIRM, AWAITING_RECEIPT)
                        .contains(status));
        assertThat(status.isTerminal()).isEqualTo(EnumSet.of(COMPLETED, CLOSED).contains(status));
    }

    @Test
    @DisplayName("An order stays where it is, goes where the rules lead, and is refused any other way by its number")
    void anOrderIsRefusedAnyOtherWay() {
        Order order = new SampleOrder(new OrderNo("70058590568114"), Instant.EPOCH)
                .awaitingDeposit(LocalDate.EPOCH, "12000.00");
        assertThat(order.become(AWAITING_DEPOSIT)).isSameAs(order);
        assertThat(order.become(AWAITING_SHIPMENT).status()).isEqualTo(AWAITING_SHIPMENT);
        assertThatThrownBy(() -> order.become(COMPLETED))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.ILLEGAL_TRANSITION))
                .hasMessageContaining("70058590568114");
    }

    private static Set<OrderStatus> statuses(String names) {
        return Arrays.stream(names.split(", ", -1)).map(OrderStatus::valueOf).collect(Collectors.toSet());
    }
}
