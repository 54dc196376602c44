package org.tradeassurance.tasklist;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the engine fill the cards of tasks. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class CardConfiguration extends AbstractCamundaConfiguration {

    private final TaskCards cards;

    CardConfiguration(TaskCards cards) {
        this.cards = cards;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        List<BpmnParseListener> listeners = new ArrayList<>(engine.getCustomPostBPMNParseListeners());
        listeners.add(new CardParseListener(cards));
        engine.setCustomPostBPMNParseListeners(listeners);
    }
}
