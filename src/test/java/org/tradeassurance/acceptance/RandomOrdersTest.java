package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders driven by chance: legal and illegal commands, odd money, jumps of the clock. Whatever comes, the books balance. */
class RandomOrdersTest extends AcceptanceTest {

    private static final int STEPS = 25;

    private static final List<String> MODES = List.of("PRE_SHIPMENT", "POST_DELIVERY", "NONE");
    private static final List<String> ORIGINS = List.of("SUPPLIER_DRAFT", "BUYER_ORDER", "INQUIRY");
    private static final List<String> PRICES = List.of("100.00", "3000.00", "40000.00");
    private static final List<String> ACTIONS = List.of(
            "POST confirmations {\"party\":\"BUYER\",\"contractVersion\":%d}",
            "POST confirmations {\"party\":\"SUPPLIER\",\"contractVersion\":%d}",
            "POST confirmations {\"party\":\"BUYER\",\"contractVersion\":%d}",
            "POST cancellations {\"party\":\"BUYER\",\"reason\":\"by chance\"}",
            "POST cancellations/decision {\"accept\":false}",
            "POST closure {\"reason\":\"by chance\"}",
            "POST deposit-acceptance {}",
            "POST balance-acceptance {}",
            "POST export-orders {\"port\":\"Shanghai\",\"destination\":\"GB\"}",
            "POST shipment-declaration {}",
            "POST shipment-declaration {}",
            "POST goods-receipt {}",
            "POST feedback {\"text\":\"Good\"}",
            "POST disputes {\"party\":\"BUYER\",\"kind\":\"COMPLAINT\",\"reason\":\"by chance\"}",
            "POST disputes/decision {\"outcome\":\"DISMISSED\",\"reason\":\"by chance\"}",
            "POST disputes/decision {\"outcome\":\"REFUND\",\"amount\":\"1.00\",\"reason\":\"by chance\"}");

    /** A dozen in every build, more by {@code -Dorders.seeds=1000}. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("orders.seeds", 12));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("QTA-10, TOL-05: chance breaks no order, no cent, no quota")
    void theBooksBalanceWhateverComes(long seed) {
        Random chance = new Random(seed);
        String price = pick(chance, PRICES);
        Draft draft = draft().amounts(price, pick(chance, List.of("50.00", "100.00")))
                .with("/origin", pick(chance, ORIGINS))
                .with("/coverage", pick(chance, MODES));
        String no = opened(draft);
        for (int step = 0; step < STEPS; step++) {
            step(chance, no, draft);
        }
        clock.advance(Duration.ofDays(200));
        Api.Answer end = order(no);
        boolean somebodyMayAct = !end.body().at("/actions/buyer").isEmpty()
                || !end.body().at("/actions/supplier").isEmpty();
        boolean somebodyWaits =
                tasks.createTaskQuery().processInstanceBusinessKey(no).count() > 0;
        assertThat(somebodyMayAct
                        || somebodyWaits
                        || List.of("COMPLETED", "CLOSED").contains(end.text("/status")))
                .as("order %s is %s and waits for nobody", no, end.text("/status"))
                .isTrue();
    }

    private void step(Random chance, String no, Draft draft) {
        Api.Answer answer = act(chance, no, draft);
        assertThat(answer.status()).as(answer.body().toString()).isLessThan(500);
        clock.runDueJobs();
        assertThat(order(no).text("/funds/refundDue")).doesNotStartWith("-");
    }

    private Api.Answer act(Random chance, String no, Draft draft) {
        Api.Answer order = order(no);
        int version = order.body().has("proposedVersion") && chance.nextBoolean()
                ? order.body().path("proposedVersion").asInt()
                : order.body().path("contractVersion").asInt();
        int choice = chance.nextInt(ACTIONS.size() + 8);
        if (choice < ACTIONS.size()) {
            String[] words = ACTIONS.get(choice).split(" ", 3);
            return act(no, words[1], words[2].contains("%d") ? words[2].formatted(version) : words[2]);
        }
        return switch (choice - ACTIONS.size()) {
            case 0, 1, 2 ->
                remitted(no, pick(chance, List.of("0.01", "40.00", "50.00", "95.00", "2950.00", "50000.00")));
            case 3, 4 -> clearAny(chance, order);
            case 5 ->
                platform.put(
                        "/orders/" + no + "/contract",
                        draft.with("/lines/0/quantity", pick(chance, List.of("1", "2")))
                                .contract("SUPPLIER"),
                        Map.of("If-Match", "*"));
            case 6 -> {
                clock.advance(Duration.ofDays(chance.nextInt(20)));
                yield order(no);
            }
            default -> platform.get("/orders/" + no + "/operations");
        };
    }

    private Api.Answer clearAny(Random chance, Api.Answer order) {
        if (order.body().at("/shipment/exportOrders").isEmpty()) {
            return order;
        }
        int any = chance.nextInt(order.body().at("/shipment/exportOrders").size());
        cleared(
                order.text("/shipment/exportOrders/" + any + "/exportOrderNo"),
                "2015-10-%02d".formatted(10 + chance.nextInt(20)));
        return order;
    }

    private static String pick(Random chance, List<String> values) {
        return values.get(chance.nextInt(values.size()));
    }
}
