package org.tradeassurance.process.repair;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.OrderTimers;
import org.tradeassurance.process.UntoldMessages;
import org.tradeassurance.process.engine.EngineCalls;
import org.tradeassurance.process.engine.ProcessFaults;
import org.tradeassurance.process.engine.ProcessFaults.Fault;

/** Lets a halted order go on: what is suspended is activated, what is gone or astray starts again at the order's status. */
@Component
class OrderRestart {

    private static final String REASON = "The process starts again at the order's status";

    private final RuntimeService runtime;
    private final OrderInstances instances;
    private final EngineCalls calls;
    private final ProcessFaults faults;
    private final UntoldMessages untold;
    private final OrderTimers timers;
    private final OperationRecord record;

    OrderRestart(
            RuntimeService runtime,
            OrderInstances instances,
            EngineCalls calls,
            ProcessFaults faults,
            UntoldMessages untold,
            OrderTimers timers,
            OperationRecord record) {
        this.runtime = runtime;
        this.instances = instances;
        this.calls = calls;
        this.faults = faults;
        this.untold = untold;
        this.timers = timers;
        this.record = record;
    }

    /**
     * Deadlines stay those of the row; what came meanwhile is taken up.
     *
     * @param order locked
     * @throws Refusal {@code process-runs} if nothing is wrong with the order's process
     */
    void restart(Order order) {
        Fault fault = faults.of(order).orElseThrow(() -> new Refusal(Problem.PROCESS_RUNS, order.no()));
        if (fault == Fault.SUSPENDED) {
            calls.as(Account.current(), () -> activate(order));
            timers.tryAgain(order.no());
        } else {
            calls.as(Account.current(), () -> remove(order));
            calls.as(Account.current(), () -> start(order));
            RestartPlace.detours(order).forEach(detour -> calls.as(Account.current(), () -> take(order, detour)));
        }
        timers.follow(order.no());
        untold.tell(order.no());
        record.add(order, Fact.PROCESS_RESTARTED, fault.name());
    }

    private void activate(Order order) {
        instances.of(order.no()).forEach(instance -> runtime.activateProcessInstanceById(instance.getId()));
    }

    private void remove(Order order) {
        instances.of(order.no()).stream()
                .filter(instance -> instance.getRootProcessInstanceId().equals(instance.getId()))
                .forEach(root -> runtime.deleteProcessInstance(root.getId(), REASON, true, true, true));
    }

    private void start(Order order) {
        var start = runtime.createProcessInstanceById(instances.model(order.no()))
                .businessKey(order.no().value());
        RestartPlace.of(order).forEach(start::startBeforeActivity);
        RestartPlace.done(order).forEach(start::startTransition);
        start.execute();
    }

    /** A phase begins at its beginning, where the row has come further than that, it goes on there. */
    private void take(Order order, RestartPlace.Detour detour) {
        runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(order.no().value())
                .processDefinitionKey(detour.phase())
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .filter(phase -> detour.from() == null
                        || runtime.getActiveActivityIds(phase).contains(detour.seenAt()))
                .forEach(phase -> {
                    var move = runtime.createProcessInstanceModification(phase);
                    if (detour.from() != null) {
                        move = move.cancelAllForActivity(detour.from());
                    }
                    move.startBeforeActivity(detour.to()).execute();
                });
    }
}
