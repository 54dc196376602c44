package org.tradeassurance.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.MessageCorrelationResult;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.order.Words;
import org.tradeassurance.process.engine.EngineCalls;
import org.tradeassurance.process.engine.ProcessFaults;

/** The running processes, addressed by order number: what a backend's command does to them, under its account's name. */
@Component
public class OrderProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineCalls calls;
    private final ProcessFaults faults;
    private final UntoldMessages untold;
    private final DrawnTasks models;

    OrderProcess(
            RuntimeService runtime,
            TaskService tasks,
            EngineCalls calls,
            ProcessFaults faults,
            UntoldMessages untold,
            DrawnTasks models) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.calls = calls;
        this.faults = faults;
        this.untold = untold;
        this.models = models;
    }

    public void start(OrderNo no) {
        start(TradeOrderModel.PROCESS_TRADE_ORDER, no.value());
    }

    /** Starts a stand-alone process, such as the matching of a remittance under its id. */
    public void start(String process, String businessKey) {
        asAccount(() -> runtime.startProcessInstanceByKey(process, businessKey));
    }

    /**
     * Completes the task that an operator could complete. The variables live in this transaction only.
     *
     * @throws Refusal {@code illegal-transition} if the order does not wait at this task
     */
    public void complete(OrderNo no, String taskKey, Map<String, ? extends @Nullable Object> variables) {
        complete(no.value(), no, taskKey, variables);
    }

    /**
     * The same for a stand-alone process, under the key that it was started with.
     *
     * @throws Refusal {@code illegal-transition} if nothing waits at this task
     */
    public void complete(String businessKey, String taskKey, Map<String, ? extends @Nullable Object> variables) {
        complete(businessKey, null, taskKey, variables);
    }

    private void complete(
            String businessKey,
            @Nullable OrderNo no,
            String taskKey,
            Map<String, ? extends @Nullable Object> variables) {
        asAccount(() -> {
            Task task = tasks.createTaskQuery()
                    .processInstanceBusinessKey(businessKey)
                    .taskDefinitionKey(taskKey)
                    .singleResult();
            if (task == null || task.isSuspended()) {
                throw notWaiting(no, taskKey);
            }
            try {
                tasks.complete(task.getId(), transients(variables));
            } catch (SuspendedEntityInteractionException halted) {
                throw notWaiting(no, taskKey);
            }
        });
    }

    /**
     * Tells the order's process a fact.
     *
     * @throws Refusal {@code illegal-transition} if the order does not wait for it
     */
    public void signal(String message, OrderNo no, Map<String, ? extends @Nullable Object> variables) {
        if (!correlate(message, no, variables)) {
            throw notWaiting(no, message);
        }
    }

    /** Nobody waits: by the rules, or because the order's process does not run as it should. */
    private Refusal notWaiting(@Nullable OrderNo no, String what) {
        if (no == null) {
            return new Refusal(Problem.ILLEGAL_TRANSITION, null, what, "-");
        }
        List<Words> first = models.openOf(no);
        return faults.refusal(no)
                .orElseGet(() -> first.isEmpty()
                        ? new Refusal(Problem.ILLEGAL_TRANSITION, no, what, "-")
                        : new Refusal(Problem.ILLEGAL_TRANSITION, no, Words.joined(first)).saying("order.waits-first"));
    }

    /**
     * Tells the order's process a fact if it waits for it; under the order's lock, so that no wait is missed. A suspended process that
     * waits is told when it goes on.
     *
     * @throws NotTaken if the process fails over what happened outside
     */
    public boolean signalIfWaiting(String message, OrderNo no) {
        if (untold.keptNow(no, message)) {
            return false;
        }
        List<String> hearing = untold.hearing(no, message);
        try {
            asAccount(() -> hearing.forEach(execution -> runtime.messageEventReceived(message, execution)));
        } catch (RuntimeException failure) {
            throw NotTaken.of(no, message, failure);
        }
        return !hearing.isEmpty();
    }

    private boolean correlate(String message, OrderNo no, Map<String, ? extends @Nullable Object> variables) {
        boolean[] told = new boolean[1];
        asAccount(() -> {
            try {
                List<MessageCorrelationResult> results = runtime.createMessageCorrelation(message)
                        .processInstanceBusinessKey(no.value())
                        .setVariables(transients(variables))
                        .correlateAllWithResult();
                told[0] = !results.isEmpty();
            } catch (SuspendedEntityInteractionException halted) {
                throw notWaiting(no, message);
            }
        });
        return told[0];
    }

    @EventListener
    void on(Signal signal) {
        signalIfWaiting(signal.message(), signal.no());
    }

    @EventListener
    void on(Tell tell) {
        signal(tell.message(), tell.no(), tell.said());
    }

    private static VariableMap transients(Map<String, ? extends @Nullable Object> variables) {
        VariableMap typed = Variables.createVariables();
        variables.forEach((name, value) -> typed.putValueTyped(name, Variables.untypedValue(value, true)));
        return typed;
    }

    private void asAccount(Runnable call) {
        calls.as(Account.current(), call);
    }
}
