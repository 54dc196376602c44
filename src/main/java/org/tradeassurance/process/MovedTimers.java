package org.tradeassurance.process;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.process.engine.EngineCalls;

/** Timers of an order whose date has changed, and whoever they have asked early. */
@Component
class MovedTimers {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final EngineCalls calls;
    private final OrderTimers timers;
    private final Clock clock;

    MovedTimers(
            RuntimeService runtime, ManagementService management, EngineCalls calls, OrderTimers timers, Clock clock) {
        this.timers = timers;
        this.runtime = runtime;
        this.management = management;
        this.calls = calls;
        this.clock = clock;
    }

    /** A moved ship date: what analysts count from it, or from what follows from it, moves too. */
    @EventListener
    void on(MoveChase moved) {
        moveChase(moved.no(), moved.chase(), moved.due());
        timers.followOwn(moved.no());
    }

    @EventListener
    void on(MoveTimer moved) {
        moveTimer(moved.no(), moved.activityId(), moved.due());
    }

    /** Gives the order's timers at an activity another due instant; none waits there: nothing happens. */
    private void moveTimer(OrderNo no, String activityId, Instant due) {
        asAccount(() -> runtime.createExecutionQuery().processInstanceBusinessKey(no.value()).list().stream()
                .map(Execution::getProcessInstanceId)
                .distinct()
                .flatMap(instance ->
                        management
                                .createJobQuery()
                                .processInstanceId(instance)
                                .activityId(activityId)
                                .timers()
                                .list()
                                .stream())
                .forEach(timer -> management.setJobDuedate(timer.getId(), java.util.Date.from(due))));
    }

    /**
     * Whoever was asked early is asked again: the timer of a chase moves; one that has fired waits again where the new date is to come, and
     * the task that it has raised is withdrawn.
     *
     * @param due as the stored row has it; null: no such date is agreed
     */
    private void moveChase(OrderNo no, Chase chase, @Nullable Instant due) {
        if (due == null) {
            return;
        }
        moveTimer(no, chase.timer(), due);
        if (due.isAfter(clock.instant())) {
            asAccount(() -> runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(no.value())
                    .processDefinitionKey(chase.phase())
                    .active()
                    .list()
                    .forEach(phase -> awaitAgain(phase.getId(), chase)));
        }
    }

    private void awaitAgain(String phase, Chase chase) {
        List<String> places = runtime.getActiveActivityIds(phase);
        if (places.contains(chase.timer())) {
            return;
        }
        var again = runtime.createProcessInstanceModification(phase);
        for (String place : List.of(chase.task(), chase.followUp())) {
            if (places.contains(place)) {
                again = again.cancelAllForActivity(place);
            }
        }
        again.startBeforeActivity(chase.timer()).execute();
    }

    private void asAccount(Runnable call) {
        calls.as(Account.current(), call);
    }
}
