package org.tradeassurance.process.explanation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** What analysts have written beside the rows of their tables. */
@Component
class Annotations {

    private static final String GONE = "";

    private final RepositoryService repository;

    /** What is deployed never changes. */
    private final Map<String, String> definitions = new ConcurrentHashMap<>();

    Annotations(RepositoryService repository) {
        this.repository = repository;
    }

    /** Empty where the row has none, or its deployment is no longer there. */
    String of(String table, String deployment, String row) {
        String definition = definitions.computeIfAbsent(deployment + ' ' + table, key -> definition(table, deployment));
        return !definition.equals(GONE)
                        && repository.getDmnModelInstance(definition).getModelElementById(row) instanceof Rule rule
                        && rule.getDescription() != null
                ? rule.getDescription().getTextContent().strip()
                : "";
    }

    private String definition(String table, String deployment) {
        DecisionDefinition found = repository
                .createDecisionDefinitionQuery()
                .deploymentId(deployment)
                .decisionDefinitionKey(table)
                .singleResult();
        return found == null ? GONE : found.getId();
    }
}
