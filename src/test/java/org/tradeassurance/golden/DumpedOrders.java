package org.tradeassurance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.tradeassurance.Books;
import org.tradeassurance.TestClock;

/** This build starts on what an earlier one has left, and each order that was under way there comes to its end. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(DumpedOrders.LeftByAnEarlierBuild.class)
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DumpedOrders {

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    private @Nullable Play play;

    /** The tables as they were, the rows that stood in them, then what this build makes of both. */
    @TestConfiguration
    static class LeftByAnEarlierBuild {

        @Bean
        FlywayMigrationStrategy restored(@Value("${golden.dump}") String name) {
            return flyway -> {
                Dump dump = Dump.named(name);
                Flyway.configure()
                        .configuration(flyway.getConfiguration())
                        .target(dump.version())
                        .load()
                        .migrate();
                dump.restore(flyway.getConfiguration().getDataSource());
                flyway.migrate();
            };
        }
    }

    @AfterEach
    void resetClock() {
        new TestClock(management).reset();
    }

    /** A row that was added after the dump was made has no order there. */
    Stream<WaitingOrder> left() {
        List<String> buyers = buyers();
        return Stream.of(WaitingOrder.values()).filter(order -> buyers.contains(order.buyer()));
    }

    /** What happens to an order before it goes on. */
    void before(Play play, WaitingOrder order, String no) {}

    private List<String> buyers() {
        return jdbc.sql("select buyer_email from trade_order")
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName("each order of the dump is driven")
    void noOrderIsForgotten() {
        assertThat(left().map(WaitingOrder::buyer)).isNotEmpty().containsExactlyInAnyOrderElementsOf(buyers());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("left")
    @DisplayName(
            "an order that an earlier build has left waiting comes to its end, its money in one place, its coverage released")
    void anOrderThatWaitedComesToItsEnd(WaitingOrder order) {
        Play play = play();
        String no = jdbc.sql("select order_no from trade_order where buyer_email = :buyer")
                .param("buyer", order.buyer())
                .query(String.class)
                .single();

        play.at(order.waitsAt());
        before(play, order, no);
        order.goOn(play, no);

        JsonNode funds = play.funds(no);
        assertThat(new WaitingOrder.End(
                        play.status(no),
                        funds.path("depositReceived").asText(),
                        funds.path("balanceReceived").asText(),
                        back(funds)))
                .isEqualTo(order.end());
        assertThat(play.frozenQuota(order.supplier())).isEqualTo("0.00");
        assertThat(jdbc.sql("select count(*) from act_ru_execution where business_key_ = :no")
                        .param("no", no)
                        .query(Integer.class)
                        .single())
                .as("processes left")
                .isZero();
        Books.balance(jdbc);
    }

    /** One for all orders: staff log in once. */
    private Play play() {
        if (play == null) {
            play = new Play(port, management, tasks, jdbc);
        }
        return play;
    }

    /** What was paid back, of all that came; nothing is due any more and nothing waits. */
    private static String back(JsonNode funds) {
        assertThat(funds.path("refundDue").asText()).isEqualTo("0.00");
        assertThat(sum(funds.path("remittances"), "amount"))
                .as("%s", funds)
                .isEqualByComparingTo(sum(funds.path("remittances"), "appliedToDeposit")
                        .add(sum(funds.path("remittances"), "appliedToBalance"))
                        .add(sum(funds.path("remittances"), "refundPaid")));
        return sum(funds.path("remittances"), "refundPaid").setScale(2).toPlainString();
    }

    private static BigDecimal sum(JsonNode entries, String field) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> new BigDecimal(entry.path(field).asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
