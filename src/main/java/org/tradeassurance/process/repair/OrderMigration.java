package org.tradeassurance.process.repair;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.TradeOrderModel;
import org.tradeassurance.process.UntoldMessages;
import org.tradeassurance.process.engine.EngineCalls;
import org.tradeassurance.process.engine.ProcessFaults;

/** Moves a running order on purpose to the models, forms and tables of the latest deployment, its phases included (section 17). */
@Component
class OrderMigration {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final EngineCalls calls;
    private final ProcessFaults faults;
    private final UntoldMessages untold;
    private final OperationRecord record;

    OrderMigration(
            RepositoryService repository,
            RuntimeService runtime,
            EngineCalls calls,
            ProcessFaults faults,
            UntoldMessages untold,
            OperationRecord record) {
        this.repository = repository;
        this.runtime = runtime;
        this.calls = calls;
        this.faults = faults;
        this.untold = untold;
        this.record = record;
    }

    /**
     * Where the order waits it goes on waiting, by element id; its timers keep the deadlines of the row.
     *
     * @param order locked
     * @throws Refusal {@code order-frozen} while a dispute is open, {@code order-halted} if its process does not run as it should,
     *     {@code migration-impossible} if the order waits where the new models
     *     have nothing
     */
    void toLatest(Order order) {
        if (order.progress().frozen()) {
            throw new Refusal(Problem.ORDER_FROZEN, order.no());
        }
        faults.refusal(order.no()).ifPresent(halted -> {
            throw halted;
        });
        calls.as(Account.current(), () -> {
            ProcessDefinition latest = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(TradeOrderModel.PROCESS_TRADE_ORDER)
                    .latestVersion()
                    .singleResult();
            for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(order.no().value())
                    .list()) {
                migrate(order, instance, latest.getDeploymentId());
            }
        });
        untold.tellSoon(order.no());
        record.add(order, Fact.ORDER_MIGRATED, null);
    }

    private void migrate(Order order, ProcessInstance instance, String deployment) {
        String from = instance.getProcessDefinitionId();
        String key = repository.getProcessDefinition(from).getKey();
        ProcessDefinition to = repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .processDefinitionKey(key)
                .singleResult();
        if (to != null && to.getId().equals(from)) {
            return;
        }
        try {
            MigrationPlan plan = runtime.createMigrationPlan(from, to == null ? "" : to.getId())
                    .mapEqualActivities()
                    .updateEventTriggers()
                    .build();
            runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
        } catch (ProcessEngineException e) {
            throw new Refusal(Problem.MIGRATION_IMPOSSIBLE, order.no(), key);
        }
    }
}
