package org.tradeassurance.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/** Models and code agree on the names they share. */
class ModelContractTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path NAMES = SOURCES.resolve("org/tradeassurance/process/TradeOrderModel.java");

    @Test
    void everyServiceTaskHasItsDelegateAndEveryDelegateItsServiceTask() {
        Set<String> asked = all(ServiceTask.class).stream()
                .map(task -> task.getCamundaDelegateExpression().replaceAll("[${}]", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> written = ModelFiles.files(SOURCES, "Delegate.java").stream()
                .map(ModelFiles::nameOf)
                .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(written).containsExactlyElementsOf(asked);
    }

    @Test
    void everyMessageHasASenderInTheCode() {
        assertThat(constants("MESSAGE"))
                .containsExactlyElementsOf(all(Message.class).stream()
                        .map(Message::getName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void theCodeKnowsOnlyTasksAndProcessesThatAreDrawn() {
        assertThat(all(UserTask.class)).extracting(UserTask::getId).containsAll(constants("TASK"));
        assertThat(all(Process.class)).extracting(Process::getId).containsAll(constants("PROCESS"));
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
