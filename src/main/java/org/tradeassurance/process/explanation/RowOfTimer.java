package org.tradeassurance.process.explanation;

import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.DecisionTaken;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.process.TimerOccasion;

/** Finds the row among the decisions that were kept about the order, as the explanation does for what is still waited for. */
@Component
class RowOfTimer implements TimerOccasion {

    private final OperationRecord record;
    private final RepositoryService repository;
    private final Annotations annotations;

    RowOfTimer(OperationRecord record, @Lazy RepositoryService repository, @Lazy Annotations annotations) {
        this.record = record;
        this.repository = repository;
        this.annotations = annotations;
    }

    @Override
    public @Nullable String rowOf(Order order) {
        var command = Context.getCommandContext();
        if (command == null
                || !(command.getCurrentJob() instanceof TimerEntity timer)
                || timer.getActivityId() == null) {
            return null;
        }
        FlowNode event = repository
                .getBpmnModelInstance(timer.getProcessDefinitionId())
                .getModelElementById(timer.getActivityId());
        DecisionTaken said = new DateRows(order, record.decisions(order.no()))
                .of(timer.getDuedate().toInstant(), new Drawn(event, Map.of(), Locale.ENGLISH).date());
        return said == null
                ? null
                : "依据 / By: %s, %s: %s"
                        .formatted(
                                said.table(), said.row(), annotations.of(said.table(), said.deployment(), said.row()));
    }
}
