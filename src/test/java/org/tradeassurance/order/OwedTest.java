package org.tradeassurance.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tradeassurance.money.Money;

/** What an order owes is said by {@link Tally}; the column that statements read says the same. */
@SpringBootTest
class OwedTest {

    private static final int ORDERS = 3000;

    private static final String VALUES =
            "('%s', %s::numeric, %s::numeric, %s::numeric, %s::numeric, %s::timestamptz, %s::timestamptz)";

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("TOL-04, BAL-03: for random orders in every status the column and the type owe the same")
    void theColumnOwesWhatTheTypeOwes() {
        Random chance = new Random(20151111);
        List<Tally> orders = Stream.generate(() -> random(chance)).limit(ORDERS).toList();
        String expression = jdbc.sql("""
                        select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d
                          join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
                         where a.attrelid = 'trade_order'::regclass and a.attname = 'owed'
                        """).query(String.class).single();
        List<Money> owed = jdbc.sql(
                        "select %s from (values %s) o (status, total, deposit, deposit_received, balance_received, %s)"
                                .formatted(
                                        expression,
                                        String.join(
                                                ", ",
                                                orders.stream()
                                                        .map(OwedTest::row)
                                                        .toList()),
                                        "deposit_accepted_at, balance_settled_at"))
                .query((row, i) -> new Money(row.getBigDecimal(1)))
                .list();

        assertThat(owed)
                .containsExactlyElementsOf(orders.stream().map(Tally::owed).toList());
        assertThat(owed).anyMatch(Money::isZero).anyMatch(Money::isPositive);
    }

    /** Small sums, so that legs are met exactly, to the cent, and beyond. */
    private static Tally random(Random chance) {
        Money deposit = Money.ofCents(1 + chance.nextInt(4));
        Money products = deposit.plus(Money.ofCents(chance.nextInt(4)));
        Instant accepted = chance.nextBoolean() ? Instant.EPOCH : null;
        Instant settled = accepted != null && chance.nextInt(3) == 0 ? Instant.EPOCH : null;
        OrderStatus[] statuses = OrderStatus.values();
        return new Tally(
                new Amounts(products, Money.ZERO, Money.ZERO, Money.ZERO, deposit),
                new Funds(cents(chance), cents(chance), Money.ZERO, accepted, settled, false),
                statuses[chance.nextInt(statuses.length)]);
    }

    private static Money cents(Random chance) {
        return Money.ofCents(chance.nextInt(6));
    }

    private static String row(Tally order) {
        Funds funds = order.funds();
        return VALUES.formatted(
                order.status(),
                order.agreed().total().amount(),
                order.agreed().deposit().amount(),
                funds.depositReceived().amount(),
                funds.balanceReceived().amount(),
                funds.depositAcceptedAt() == null ? "null" : "now()",
                funds.balanceSettledAt() == null ? "null" : "now()");
    }
}
