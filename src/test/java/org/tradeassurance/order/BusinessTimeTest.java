package org.tradeassurance.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates and instants have one spelling, at every door. */
@Tag("core")
class BusinessTimeTest {

    @Test
    void datesAndInstantsAreReadAsTheyAreWritten() {
        assertThat(BusinessTime.date("2016-02-29")).isEqualTo(LocalDate.of(2016, 2, 29));
        assertThat(BusinessTime.instant("2015-12-01T09:30:00+08:00")).isEqualTo(Instant.parse("2015-12-01T01:30:00Z"));
        assertThat(BusinessTime.isDate("2015-12-01")).isTrue();
        assertThat(BusinessTime.isDate("2015-12-01T09:30:00Z")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2015-2-1", "2015-02-29", "0000-01-01", "+12015-01-01", "-2015-01-01", "2015-12-01T09:30:00Z"
            })
    void whatTheDatabaseOrTheCalendarHasNotIsNoDate(String text) {
        assertThatThrownBy(() -> BusinessTime.date(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2015-12-01", "0000-12-01T09:30:00Z", "+12015-12-01T09:30:00Z", "2015-12-01T09:30:00", "soon"
            })
    void norAnInstant(String text) {
        assertThatThrownBy(() -> BusinessTime.instant(text)).isInstanceOf(DateTimeException.class);
    }
}
