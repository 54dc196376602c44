package org.tradeassurance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tradeassurance.model.Findings.each;
import static org.tradeassurance.model.ModelFiles.elements;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tradeassurance.process.DrawnTask;

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
        each(
                file,
                FlowElement.class,
                element -> assertThat(element.getId()).matches(typeOf(element) + "_[a-z]+([A-Z][a-z]*)*"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void anActivityIsAVerbAndItsObjectInSentenceCase(Path file) {
        each(file, Activity.class, activity -> {
            assertThat(activity.getName()).as("name").matches("[A-Z][a-z]+( [a-z'-]+)+");
            assertThat(activity.getName().split(" ", -1)[0]).as("name").isNotIn(EMPTY_VERBS);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void whatOperatorsSeeHasItsChineseName(Path file) {
        Collection<UserTask> tasks = elements(file, UserTask.class);
        each(file, UserTask.class, ModelNamesTest::assertChinese);
        if (!tasks.isEmpty()) {
            each(file, Process.class, ModelNamesTest::assertChinese);
        }
    }

    private static void assertChinese(BaseElement element) {
        assertThat(DrawnTask.property(element, "nameZh"))
                .as("extension property nameZh")
                .isNotNull()
                .matches(".*\\p{IsHan}.*");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void anEventSaysWhatHappened(Path file) {
        each(file, Event.class, event -> assertThat(event.getName()).as("name").matches("[A-Z][a-z-]+( [a-z-]+)+"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aDataGatewayAsksAndItsFlowsAnswer(Path file) {
        each(file, gateways(file, ModelNamesTest::asks), gateway -> {
            assertThat(gateway.getName()).as("gateway").endsWith("?");
            SequenceFlow otherwise = defaultOf(gateway);
            assertThat(gateway.getOutgoing()).allSatisfy(flow -> {
                assertThat(flow.getName()).as("name of %s", flow.getId()).isNotBlank();
                assertThat(flow.getConditionExpression() == null)
                        .as("%s is the default or has a condition", flow.getId())
                        .isEqualTo(flow.equals(otherwise));
            });
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void joinsAndParallelGatewaysAreUnnamed(Path file) {
        each(file, gateways(file, gateway -> !asks(gateway)), gateway -> {
            assertThat(gateway.getName()).as("gateway").isNull();
            assertThat(gateway.getOutgoing())
                    .allSatisfy(flow -> assertThat(flow.getName()).isNull());
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void messagesErrorsAndEscalationsAreKebabCase(Path file) {
        each(file, Message.class, message -> assertThat(message.getName()).matches(KEBAB));
        each(file, Error.class, error -> assertThat(error.getErrorCode()).matches(KEBAB));
        each(
                file,
                Escalation.class,
                escalation -> assertThat(escalation.getEscalationCode()).matches(KEBAB));
    }

    private static List<Gateway> gateways(Path file, Predicate<Gateway> which) {
        return elements(file, Gateway.class).stream().filter(which).toList();
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
