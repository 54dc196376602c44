package org.tradeassurance;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The views that prove the data: each shows what is wrong, so all of them are empty. */
public final class Books {

    private Books() {}

    public static void balance(JdbcClient jdbc) {
        for (String view : jdbc.sql("select table_name from information_schema.views where table_name like 'inv\\_%'")
                .query(String.class)
                .list()) {
            assertThat(jdbc.sql("select * from " + view).query().listOfRows())
                    .as(view)
                    .isEmpty();
        }
    }
}
