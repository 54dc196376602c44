package org.tradeassurance.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.TimeZone;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The daily review is due at 00:00 Asia/Shanghai whatever the server's own time zone, also where clocks change (VIO-06). */
class ReviewCycleTest {

    private static final TimeZone BEFORE = TimeZone.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(BEFORE);
    }

    @ParameterizedTest(name = "{0}: after {1} comes {2}")
    @CsvSource({
        "UTC, 2016-10-09T15:59:59Z, 2016-10-09T16:00:00Z",
        "UTC, 2016-10-09T16:00:00Z, 2016-10-10T16:00:00Z",
        "UTC, 2015-06-01T00:00:00Z, 2015-06-01T16:00:00Z",
        "Asia/Shanghai, 2016-10-09T15:59:59Z, 2016-10-09T16:00:00Z",
        "America/New_York, 2016-07-01T12:00:00Z, 2016-07-01T16:00:00Z",
        "America/New_York, 2016-01-01T12:00:00Z, 2016-01-01T16:00:00Z",
        "Europe/Berlin, 2016-03-26T20:00:00Z, 2016-03-27T16:00:00Z",
        "Asia/Kolkata, 2026-11-23T10:00:00Z, 2026-11-23T16:00:00Z"
    })
    void theReviewIsDueAtMidnightInShanghai(String zone, Instant now, Instant due) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertThat(new CycleBusinessCalendar()
                        .resolveDuedate(cycle(), java.util.Date.from(now), 0)
                        .toInstant())
                .isEqualTo(due);
    }

    private static String cycle() {
        return Bpmn.readModelFromFile(
                        Path.of("processes/review-inactive-suppliers.bpmn").toFile())
                .getModelElementsByType(TimerEventDefinition.class)
                .iterator()
                .next()
                .getTimeCycle()
                .getTextContent();
    }
}
