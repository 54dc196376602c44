package org.tradeassurance.tasklist;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.process.EngineClock;

/** What time it is for the application: Tasklist tells times by it, not by the browser's clock. */
@Hidden
@RestController
class ClockController {

    private final EngineClock clock;

    ClockController(EngineClock clock) {
        this.clock = clock;
    }

    /** @param running false where a sandbox has stopped it */
    record Now(Instant now, boolean running) {}

    @GetMapping("/api/v1/clock")
    Now now() {
        return new Now(clock.instant(), clock.isRunning());
    }
}
