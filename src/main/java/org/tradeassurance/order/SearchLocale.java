package org.tradeassurance.order;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says at start where the database's locale has no words for Chinese: such product names are found, but by reading all contracts. */
@Component
class SearchLocale {

    private static final Logger LOG = LoggerFactory.getLogger(SearchLocale.class);

    private final JdbcClient jdbc;

    SearchLocale(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        if (!indexesEveryLanguage()) {
            LOG.warn(
                    "Chinese product names are searched without an index: this database's lc_ctype is {}. Move to a database made with "
                            + "lc_ctype C.UTF-8 (create database ... template template0 lc_ctype 'C.UTF-8', then pg_dump and "
                            + "pg_restore); in the sandbox a new data folder has it on Linux.",
                    jdbc.sql("select datctype from pg_database where datname = current_database()")
                            .query(String.class)
                            .single());
        }
    }

    boolean indexesEveryLanguage() {
        return jdbc.sql("select cardinality(show_trgm('信用保障')) > 0")
                .query(Boolean.class)
                .single();
    }
}
