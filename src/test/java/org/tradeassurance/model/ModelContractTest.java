package org.tradeassurance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.tradeassurance.model.Findings.each;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models and code agree on the names they share. */
class ModelContractTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path NAMES = SOURCES.resolve("org/tradeassurance/process/TradeOrderModel.java");

    private static final Pattern STEP = Pattern.compile("OrderTask (\\w+Delegate)\\(");

    static List<Path> models() {
        return ModelFiles.bpmn();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void everyServiceTaskHasItsDelegate(Path file) {
        Set<String> written = delegates();
        each(file, ServiceTask.class, task -> {
            if (!written.contains(delegateOf(task))) {
                fail("the code has no %s", delegateOf(task));
            }
        });
    }

    @Test
    void everyDelegateHasItsServiceTaskOrIsOfferedToAnalysts() {
        Set<String> unused = delegates();
        String offered = ModelFiles.text(Path.of("src/docs/analysts.md"));
        unused.removeIf(delegate -> offered.contains("`${" + delegate + "}`"));
        all(ServiceTask.class).forEach(task -> unused.remove(delegateOf(task)));
        assertThat(unused).as("delegates that no model asks").isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void everyMessageHasASenderInTheCode(Path file) {
        Set<String> sent = constants("MESSAGE");
        each(file, Message.class, message -> {
            if (!sent.contains(message.getName())) {
                fail("the code sends no message %s", message.getName());
            }
        });
    }

    @Test
    void everyMessageOfTheCodeIsAwaited() {
        Set<String> unheard = constants("MESSAGE");
        all(Message.class).forEach(message -> unheard.remove(message.getName()));
        assertThat(unheard).as("messages that no model waits for").isEmpty();
    }

    @Test
    void theCodeKnowsOnlyTasksAndProcessesThatAreDrawn() {
        assertThat(all(UserTask.class)).extracting(UserTask::getId).containsAll(constants("TASK"));
        assertThat(all(Process.class)).extracting(Process::getId).containsAll(constants("PROCESS"));
    }

    /** Classes of their own, and the steps of a capability, each the bean of its name. */
    private static Set<String> delegates() {
        Stream<String> classes = ModelFiles.files(SOURCES, "Delegate.java").stream()
                .map(ModelFiles::nameOf)
                .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
        Stream<String> steps = ModelFiles.files(SOURCES, "Steps.java").stream()
                .flatMap(file -> STEP.matcher(ModelFiles.text(file)).results())
                .map((MatchResult result) -> result.group(1));
        return Stream.concat(classes, steps).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String delegateOf(ServiceTask task) {
        return String.valueOf(task.getCamundaDelegateExpression()).replaceAll("[${}]", "");
    }

    private static Set<String> constants(String prefix) {
        return Pattern.compile("String " + prefix + "_\\w+ = \"([^\"]+)\"")
                .matcher(ModelFiles.text(NAMES))
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return ModelFiles.bpmn().stream()
                .flatMap(file -> ModelFiles.elements(file, type).stream())
                .toList();
    }
}
