package org.tradeassurance.tasklist;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tradeassurance.drafting.OpenOrderListener;

/** Makes the engine fill the cards of tasks and open the orders that staff draft. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class CardConfiguration extends AbstractCamundaConfiguration {

    private final TaskCards cards;

    private final ObjectProvider<OpenOrderListener> openOrder;

    /** @param openOrder made when the first order is opened: it needs the engine */
    CardConfiguration(TaskCards cards, ObjectProvider<OpenOrderListener> openOrder) {
        this.cards = cards;
        this.openOrder = openOrder;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        List<BpmnParseListener> listeners = new ArrayList<>(engine.getCustomPostBPMNParseListeners());
        listeners.add(new CardParseListener(
                cards::fill, cards::renew, start -> openOrder.getObject().notify(start)));
        engine.setCustomPostBPMNParseListeners(listeners);
    }
}
