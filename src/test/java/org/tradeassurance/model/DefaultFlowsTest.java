package org.tradeassurance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tradeassurance.model.Findings.each;
import static org.tradeassurance.model.ModelFiles.elements;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the flows lead that are taken when no condition holds. */
class DefaultFlowsTest {

    /** What a task may do on the way that is taken when no condition holds: it asks, or leaves everything as it is. */
    private static final Set<String> HARMLESS =
            Set.of("${askForTopUpDelegate}", "${checkExportServiceDelegate}", "${declineCancellationDelegate}");

    static List<Path> models() {
        return ModelFiles.bpmn();
    }

    /**
     * A word that is misspelt leads to the default: up to where somebody waits, looks or is asked again, nothing happens there that cannot
     * be taken back. Where no such way exists there is no default, and whoever decided is told that it failed.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void whatIsDoneForGoodIsNobodysDefault(Path file) {
        each(
                file,
                elements(file, ExclusiveGateway.class),
                gateway -> assertThat(doneByDefault(gateway.getDefault()))
                        .as("%s leads by default to what is done for good", gateway.getId())
                        .isEmpty());
    }

    /** The ids of what is done on a way, by default again at each fork, before it waits. */
    private static List<String> doneByDefault(@Nullable SequenceFlow flow) {
        if (flow == null) {
            return List.of();
        }
        FlowNode next = flow.getTarget();
        boolean waits = next instanceof UserTask
                || next instanceof SubProcess
                || next instanceof CallActivity
                || next instanceof CatchEvent
                || next instanceof EventBasedGateway;
        if (waits) {
            return List.of();
        }
        if (next instanceof ExclusiveGateway fork && fork.getOutgoing().size() > 1) {
            return doneByDefault(fork.getDefault());
        }
        List<String> done = new ArrayList<>(isForGood(next) ? List.of(next.getId()) : List.of());
        next.getOutgoing().forEach(onward -> done.addAll(doneByDefault(onward)));
        return done;
    }

    private static boolean isForGood(FlowNode node) {
        if (node instanceof ServiceTask task) {
            return !HARMLESS.contains(task.getCamundaDelegateExpression());
        }
        return node instanceof EndEvent
                && !node.getChildElementsByType(ErrorEventDefinition.class).isEmpty();
    }
}
