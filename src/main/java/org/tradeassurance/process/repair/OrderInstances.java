package org.tradeassurance.process.repair;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.process.TradeOrderModel;

/** The process instances of an order, its phases included, and the models that they run by. */
@Component
class OrderInstances {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final HistoryService history;

    OrderInstances(RepositoryService repository, RuntimeService runtime, HistoryService history) {
        this.repository = repository;
        this.runtime = runtime;
        this.history = history;
    }

    List<ProcessInstance> of(OrderNo no) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(no.value()).list().stream()
                .filter(instance -> RestartPlace.PROCESSES.contains(repository
                        .getProcessDefinition(instance.getProcessDefinitionId())
                        .getKey()))
                .toList();
    }

    /** The definition that the order ran by last; the latest, if nobody remembers. */
    String model(OrderNo no) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(no.value())
                .processDefinitionKey(TradeOrderModel.PROCESS_TRADE_ORDER)
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .stream()
                .map(run -> run.getProcessDefinitionId())
                .findFirst()
                .orElseGet(this::latest);
    }

    private String latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(TradeOrderModel.PROCESS_TRADE_ORDER)
                .latestVersion()
                .singleResult()
                .getId();
    }
}
