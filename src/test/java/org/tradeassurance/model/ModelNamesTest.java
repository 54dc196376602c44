package org.tradeassurance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tradeassurance.model.ModelFiles.elements;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How things are called in the models. */
class ModelNamesTest {

    private static final String KEBAB = "[a-z]+(-[a-z]+)+";
    private static final Set<String> EMPTY_VERBS = Set.of("Process", "Handle", "Do", "Perform", "Manage");
    private static final List<String> TYPES = List.of(
            "startEvent", "endEvent", "userTask", "serviceTask", "businessRuleTask", "callActivity", "subProcess");

    static List<Path> models() {
        return ModelFiles.bpmn();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void anIdSaysTypeAndPurpose(Path file) {
        assertThat(elements(file, FlowElement.class))
                .allSatisfy(element -> assertThat(element.getId()).matches(typeOf(element) + "_[a-z]+([A-Z][a-z]*)*"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void anActivityIsAVerbAndItsObjectInSentenceCase(Path file) {
        assertThat(elements(file, Activity.class)).allSatisfy(activity -> {
            assertThat(activity.getName()).as(activity.getId()).matches("[A-Z][a-z]+( [a-z'-]+)+");
            assertThat(activity.getName().split(" ", -1)[0])
                    .as(activity.getId())
                    .isNotIn(EMPTY_VERBS);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void anEventSaysWhatHappened(Path file) {
        assertThat(elements(file, Event.class))
                .allSatisfy(
                        event -> assertThat(event.getName()).as(event.getId()).matches("[A-Z][a-z-]+( [a-z-]+)+"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aDataGatewayAsksAndItsFlowsAnswer(Path file) {
        assertThat(elements(file, Gateway.class))
                .filteredOn(ModelNamesTest::asks)
                .allSatisfy(gateway -> {
                    assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
                    SequenceFlow happy = defaultOf(gateway);
                    assertThat(gateway.getOutgoing()).as(gateway.getId()).contains(happy);
                    assertThat(gateway.getOutgoing()).allSatisfy(flow -> {
                        assertThat(flow.getName()).as(flow.getId()).isNotBlank();
                        assertThat(flow.getConditionExpression() == null)
                                .as("%s is the default or has a condition", flow.getId())
                                .isEqualTo(flow.equals(happy));
                    });
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void joinsAndParallelGatewaysAreUnnamed(Path file) {
        assertThat(elements(file, Gateway.class))
                .filteredOn(gateway -> !asks(gateway))
                .allSatisfy(gateway -> {
                    assertThat(gateway.getName()).as(gateway.getId()).isNull();
                    assertThat(gateway.getOutgoing())
                            .allSatisfy(flow -> assertThat(flow.getName()).isNull());
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void messagesErrorsAndEscalationsAreKebabCase(Path file) {
        assertThat(elements(file, Message.class))
                .allSatisfy(message -> assertThat(message.getName()).matches(KEBAB));
        assertThat(elements(file, Error.class))
                .allSatisfy(error -> assertThat(error.getErrorCode()).matches(KEBAB));
        assertThat(elements(file, Escalation.class))
                .allSatisfy(
                        escalation -> assertThat(escalation.getEscalationCode()).matches(KEBAB));
    }

    private static boolean asks(Gateway gateway) {
        boolean data = gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway;
        return data && gateway.getOutgoing().size() > 1;
    }

    private static SequenceFlow defaultOf(Gateway gateway) {
        return gateway instanceof ExclusiveGateway exclusive
                ? exclusive.getDefault()
                : ((InclusiveGateway) gateway).getDefault();
    }

    private static String typeOf(FlowElement element) {
        String type = element.getElementType().getTypeName();
        if (type.endsWith("Gateway")) {
            return "gateway";
        }
        if (type.equals("sequenceFlow")) {
            return "flow";
        }
        return TYPES.contains(type) ? type : "event";
    }
}
