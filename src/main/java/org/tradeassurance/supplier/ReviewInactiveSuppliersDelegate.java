package org.tradeassurance.supplier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.process.Decisions;

/** "Review inactive suppliers": suspends who has been idle for longer than the table {@code supplier-inactivity} allows. */
@Component
class ReviewInactiveSuppliersDelegate implements JavaDelegate {

    private final Standings standings;
    private final Decisions decisions;
    private final Clock clock;

    ReviewInactiveSuppliersDelegate(Standings standings, Decisions decisions, Clock clock) {
        this.standings = standings;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate today = BusinessTime.dateOf(clock.instant());
        Decisions.Verdict verdict = decisions.evaluate(null, "supplier-inactivity", Map.of("onDate", today));
        if (verdict.yes("inForce")) {
            standings.suspendIdle(today, verdict.number("days"), Standings.Anchor.valueOf(verdict.text("anchor")));
        }
    }
}
