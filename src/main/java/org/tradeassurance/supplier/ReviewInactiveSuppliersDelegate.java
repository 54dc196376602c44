package org.tradeassurance.supplier;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.process.DecisionTable;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.process.Question;

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
        Limit limit = decisions.today(null, new Inactivity());
        if (limit.inForce()) {
            standings.suspendIdle(today, limit.days(), limit.anchor());
        }
    }

    /** How long a supplier may be idle. */
    @DecisionTable(value = "supplier-inactivity", ofOrder = false)
    private record Inactivity() implements Question<Limit> {}

    private record Limit(boolean inForce, int days, Standings.Anchor anchor) {}
}
