package org.tradeassurance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.tradeassurance.model.Findings.each;
import static org.tradeassurance.model.Findings.none;
import static org.tradeassurance.model.ModelFiles.elements;
import static org.tradeassurance.model.ModelFiles.kebab;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Definitions;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a model runs: what every process in {@code processes} must keep to, checked without an engine. */
class ProcessModelTest {

    static final Pattern RULE = Pattern.compile("\\b(AC-)?[A-Z]{2,3}-\\d+");

    private static final List<String> DESKS = Pattern.compile("(?m)^  - group: (\\S+)$")
            .matcher(ModelFiles.text(ModelFiles.PROCESSES.resolve("desks.yaml")))
            .results()
            .map((MatchResult desk) -> desk.group(1))
            .toList();
    private static final String DATE =
            "\\$\\{(order|shipBy|autoClose)\\.[a-zA-Z]+\\(execution\\.processBusinessKey\\)}";
    private static final List<String> BANNED = List.of(
            "camunda:class",
            "camunda:expression",
            "camunda:topic",
            "<bpmn:script",
            "Listener",
            "<bpmn:lane",
            "<bpmn:signal",
            "timeDuration",
            "<!--");

    static List<Path> models() {
        return ModelFiles.bpmn();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aFileHoldsOneExecutableProcessOfItsName(Path file) {
        none(file, ModelFiles.otherPlatform(file));
        assertThat(elements(file, Process.class)).singleElement().satisfies(process -> {
            assertThat(process.getId()).isEqualTo(ModelFiles.nameOf(file)).matches("[a-z]+(-[a-z]+)*");
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getName()).matches("[A-Z][a-z]+( [a-z]+)*");
            assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P1095D");
        });
        assertThat(elements(file, Definitions.class))
                .singleElement()
                .extracting(Definitions::getExporter)
                .isEqualTo("Camunda Modeler");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void theEngineCanReadTheModel(Path file) {
        assertThatCode(() -> Bpmn.validateModel(ModelFiles.model(file))).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void nothingIsUsedThatHidesARule(Path file) {
        String text = ModelFiles.text(file);
        none(
                file,
                BANNED.stream()
                        .filter(text::contains)
                        .map(banned -> "what is not allowed in a model: " + banned)
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void processesAndActivitiesSayWhatTheyDoForTheBusiness(Path file) {
        each(
                file,
                Process.class,
                process -> assertThat(process.getDocumentations())
                        .singleElement()
                        .satisfies(text -> assertThat(text.getTextContent()).containsPattern(RULE)));
        each(file, Activity.class, activity -> {
            assertThat(activity.getDocumentations()).as("documentation").hasSize(1);
            String text = activity.getDocumentations().iterator().next().getTextContent();
            assertThat(text).as("documentation names its rules").containsPattern(RULE);
            if (!(activity instanceof SubProcess) && !(activity instanceof CallActivity)) {
                assertThat(text)
                        .as("documentation says whether it may be repeated")
                        .containsPattern("[Ss]afe to retry");
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aServiceTaskNamesTheDelegateOfItsName(Path file) {
        each(
                file,
                ServiceTask.class,
                task -> assertThat(task.getCamundaDelegateExpression())
                        .as("delegate expression")
                        .isEqualTo("${%sDelegate}", ModelFiles.camel(task.getName())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void whatRunsInAJobHasItsOwnRetriesAndNothingElseHas(Path file) {
        each(file, FlowNode.class, node -> {
            boolean job = node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter() || isTimer(node);
            assertThat(extensions(node, CamundaFailedJobRetryTimeCycle.class))
                    .as("retry time cycle")
                    .hasSize(job ? 1 : 0)
                    .allSatisfy(cycle -> assertThat(cycle.getTextContent()).matches("PT\\d+[SMH](,PT\\d+[SMH])+"));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void onlyARemoteCallIsASavePoint(Path file) {
        each(file, FlowNode.class, node -> {
            boolean remote = node.getDocumentations().stream()
                    .anyMatch(text -> text.getTextContent().contains(", remote;"));
            assertThat(node.isCamundaAsyncBefore()).as("asynchronous before").isEqualTo(remote);
            assertThat(node.isCamundaAsyncAfter()).as("asynchronous after").isFalse();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void everyDateOfAnOrderComesFromItsRow(Path file) {
        each(file, TimerEventDefinition.class, timer -> {
            if (timer.getParentElement() instanceof StartEvent start && start.getParentElement() instanceof Process) {
                assertThat(timer.getTimeCycle().getTextContent()).startsWith("R/");
            } else {
                assertThat(timer.getTimeDate().getTextContent()).matches(DATE);
            }
        });
        each(file, UserTask.class, task -> {
            if (task.getCamundaDueDate() != null) {
                assertThat(task.getCamundaDueDate()).as("due date").matches(DATE);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aUserTaskHasADeskAPriorityAndTheFormOfItsName(Path file) {
        each(file, UserTask.class, task -> {
            assertThat(task.getCamundaCandidateGroupsList())
                    .as("candidate groups")
                    .hasSize(1)
                    .isSubsetOf(DESKS);
            assertThat(task.getCamundaPriority()).as("priority").matches("\\d+");
            assertThat(task.getCamundaFormRef()).as("form reference").isEqualTo(kebab(task.getId()));
            assertThat(task.getCamundaFormRefBinding())
                    .as("binding of the form")
                    .isEqualTo("deployment");
            assertThat(ModelFiles.FORMS.resolve(task.getCamundaFormRef() + ".form"))
                    .isRegularFile();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void whatAGatewayAsksOfAUserTaskIsAFieldOfItsForm(Path file) {
        each(
                file,
                UserTask.class,
                task -> task.getOutgoing().stream()
                        .map(SequenceFlow::getTarget)
                        .filter(ExclusiveGateway.class::isInstance)
                        .flatMap(gateway -> gateway.getOutgoing().stream())
                        .map(SequenceFlow::getConditionExpression)
                        .filter(ConditionExpression.class::isInstance)
                        .forEach(condition -> assertAnswerable(task, condition.getTextContent())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aCallActivityPassesTheBusinessKeyAndNothingElse(Path file) {
        each(file, CallActivity.class, call -> {
            assertThat(call.getCalledElement()).isEqualTo(kebab(call.getId()));
            assertThat(ModelFiles.PROCESSES.resolve(call.getCalledElement() + ".bpmn"))
                    .isRegularFile();
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
            assertThat(call.getExtensionElements().getElements())
                    .singleElement()
                    .satisfies(in -> {
                        assertThat(in).isInstanceOf(CamundaIn.class);
                        assertThat(((CamundaIn) in).getCamundaBusinessKey())
                                .isEqualTo("#{execution.processBusinessKey}");
                    });
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aBusinessRuleTaskAsksATableOfItsDeployment(Path file) {
        each(file, BusinessRuleTask.class, task -> {
            assertThat(ModelFiles.PROCESSES.resolve(task.getCamundaDecisionRef() + ".dmn"))
                    .isRegularFile();
            assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("deployment");
            assertThat(task.getCamundaMapDecisionResult()).isEqualTo("singleEntry");
            assertThat(task.getCamundaResultVariable()).matches("[a-z]+([A-Z][a-z]+)*");
        });
    }

    private static void assertAnswerable(UserTask task, String condition) {
        Matcher matcher = Pattern.compile("\\$\\{(\\w+) == '(\\w+)'}").matcher(condition);
        assertThat(matcher.matches())
                .as("the gateway behind it asks %s", condition)
                .isTrue();
        JsonNode field = field(ModelFiles.form(kebab(task.getId())), matcher.group(1));
        Set<String> answers = new TreeSet<>();
        field.path("values").forEach(value -> answers.add(value.path("value").asText()));
        assertThat(answers).as("answers that its form offers").contains(matcher.group(2));
        assertThat(field.path("validate").path("required").asBoolean())
                .as("%s is required in its form", matcher.group(1))
                .isTrue();
    }

    private static JsonNode field(JsonNode form, String key) {
        for (JsonNode component : form.path("components")) {
            if (component.path("key").asText().equals(key)) {
                return component;
            }
        }
        throw new AssertionError("Form %s has no field %s".formatted(form.path("id"), key));
    }

    private static boolean isTimer(FlowNode node) {
        return !node.getChildElementsByType(TimerEventDefinition.class).isEmpty();
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> extensions(
            FlowElement element, Class<T> type) {
        return Stream.ofNullable(element.getExtensionElements())
                .flatMap(e -> e.getChildElementsByType(type).stream())
                .toList();
    }
}
