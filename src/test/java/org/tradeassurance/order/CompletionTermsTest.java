package org.tradeassurance.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTermsTest {

    private static final LocalDate SHIPPED = LocalDate.parse("2015-11-11");
    private static final int GRACE = 7;

    @ParameterizedTest(name = "AC-RCV-1: {0} days after the ship date, by itself at {1}")
    @CsvSource({"45, 2015-12-27T00:00", "30, 2015-12-12T00:00", "15, 2015-11-27T00:00"})
    void anOrderCompletesWhenTheLastDayIsOver(int days, LocalDateTime due) {
        Instant settledBefore = shanghai("2015-11-10T09:00");

        assertThat(new CompletionTerms(days, GRACE).completesAt(SHIPPED, settledBefore))
                .isEqualTo(due.atZone(BusinessTime.ZONE).toInstant());
        assertThat(new CompletionTerms(days, GRACE).completesAt(SHIPPED, null))
                .isEqualTo(due.atZone(BusinessTime.ZONE).toInstant());
    }

    @Test
    @DisplayName("AC-RCV-3: a balance settled late leaves the buyer seven days")
    void aLateBalanceLeavesTheBuyerItsGrace() {
        assertThat(new CompletionTerms(15, GRACE).completesAt(SHIPPED, shanghai("2015-12-01T00:00")))
                .isEqualTo(shanghai("2015-12-08T00:00"));
    }

    @Test
    @DisplayName("AC-RCV-5: an unpaid balance is chased when the order would have completed")
    void anUnpaidBalanceIsChasedWhenTheDaysAreOver() {
        assertThat(new CompletionTerms(15, GRACE).chaseAt(SHIPPED)).isEqualTo(shanghai("2015-11-27T00:00"));
    }

    private static Instant shanghai(String local) {
        return LocalDateTime.parse(local).atZone(BusinessTime.ZONE).toInstant();
    }
}
