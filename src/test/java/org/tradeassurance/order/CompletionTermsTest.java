package org.tradeassurance.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tradeassurance.order.CompletionTerms.Anchor.SHIP_DATE;
import static org.tradeassurance.order.CompletionTerms.Anchor.STATUS_ENTRY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("core")
class CompletionTermsTest {

    private static final LocalDate SHIPPED = LocalDate.parse("2015-11-11");
    private static final int GRACE = 7;
    private static final Instant WAITS = shanghai("2015-11-12T09:00");

    @ParameterizedTest(name = "AC-RCV-1: {0} days after the ship date, by itself at {1}")
    @CsvSource({"45, 2015-12-27T00:00", "30, 2015-12-12T00:00", "15, 2015-11-27T00:00"})
    void anOrderCompletesWhenTheLastDayIsOver(int days, LocalDateTime due) {
        Instant settledBefore = shanghai("2015-11-10T09:00");

        assertThat(new CompletionTerms(days, GRACE, SHIP_DATE).completesAt(SHIPPED, settledBefore, WAITS))
                .isEqualTo(due.atZone(BusinessTime.ZONE).toInstant());
        assertThat(new CompletionTerms(days, GRACE, SHIP_DATE).completesAt(SHIPPED, null, WAITS))
                .isEqualTo(due.atZone(BusinessTime.ZONE).toInstant());
    }

    @Test
    @DisplayName("AC-RCV-3: a balance settled late leaves the buyer seven days")
    void aLateBalanceLeavesTheBuyerItsGrace() {
        assertThat(new CompletionTerms(15, GRACE, SHIP_DATE).completesAt(SHIPPED, shanghai("2015-12-01T00:00"), WAITS))
                .isEqualTo(shanghai("2015-12-08T00:00"));
    }

    @Test
    @DisplayName("AC-RCV-5: an unpaid balance is chased when the order would have completed")
    void anUnpaidBalanceIsChasedWhenTheDaysAreOver() {
        assertThat(new CompletionTerms(15, GRACE, SHIP_DATE).chaseAt(SHIPPED)).isEqualTo(shanghai("2015-11-27T00:00"));
    }

    @Test
    @DisplayName("PRM-06: counted from the status, the ship date does not matter, the grace does")
    void theDaysMayCountFromTheStatus() {
        CompletionTerms terms = new CompletionTerms(15, GRACE, STATUS_ENTRY);
        assertThat(terms.completesAt(SHIPPED, WAITS, WAITS)).isEqualTo(shanghai("2015-11-27T09:00"));
        assertThat(new CompletionTerms(3, GRACE, STATUS_ENTRY).completesAt(SHIPPED, WAITS, WAITS))
                .isEqualTo(shanghai("2015-11-19T09:00"));
    }

    private static Instant shanghai(String local) {
        return LocalDateTime.parse(local).atZone(BusinessTime.ZONE).toInstant();
    }
}
