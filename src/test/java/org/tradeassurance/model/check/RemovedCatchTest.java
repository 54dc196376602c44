package org.tradeassurance.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Money, goods and deadlines are waited for in the models alone: each message and each timer in turn is taken out, as the Modeler does it. */
class RemovedCatchTest {

    private static final List<Class<? extends ModelElementInstance>> DEFINITIONS =
            List.of(MessageEventDefinition.class, TimerEventDefinition.class);

    /** @param event its id */
    record Removed(String file, String event) {

        @Override
        public String toString() {
            return file + ", " + event;
        }
    }

    static Stream<Removed> catches() {
        return Folder.read(Path.of("")).processes().entrySet().stream()
                .flatMap(file -> file.getValue().getModelElementsByType(CatchEvent.class).stream()
                        .filter(event -> DEFINITIONS.stream().anyMatch(kind -> has(event, kind)))
                        .map(event -> new Removed(file.getKey(), event.getId())));
    }

    private static boolean has(CatchEvent event, Class<? extends ModelElementInstance> kind) {
        return !event.getChildElementsByType(kind).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("catches")
    @DisplayName("A message or a timer that is taken out of a diagram is missed, by its name")
    void whatIsTakenOutIsMissed(Removed removed, @TempDir Path folder) throws IOException {
        assertThat(changed(removed, folder, RemovedCatchTest::takeOut))
                .anyMatch(line -> line.startsWith("[stops orders] " + removed));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("catches")
    @DisplayName("An event that no longer says what it waits for is missed, by its name, in one line")
    void whatIsNoLongerSaidIsMissed(Removed removed, @TempDir Path folder) throws IOException {
        assertThat(changed(
                        removed,
                        folder,
                        event -> event.getEventDefinitions().forEach(event.getEventDefinitions()::remove)))
                .filteredOn(line -> line.startsWith("[stops orders]"))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("[stops orders] " + removed));
    }

    private interface Change {
        void of(CatchEvent event);
    }

    private static List<String> changed(Removed removed, Path folder, Change change) throws IOException {
        MistakesTest.copy("processes", folder);
        MistakesTest.copy("forms", folder);
        BpmnModelInstance model =
                Bpmn.readModelFromFile(folder.resolve(removed.file()).toFile());
        change.of(model.getModelElementById(removed.event()));
        Bpmn.writeModelToFile(folder.resolve(removed.file()).toFile(), model);
        return ModelCheck.of(folder).lines(Locale.ENGLISH);
    }

    /** What is before an event in the middle is tied to what is behind it; what a border or a start alone leads to goes with it. */
    private static void takeOut(CatchEvent event) {
        if (event instanceof StartEvent && event.getParentElement() instanceof SubProcess around) {
            remove(around);
        } else if (event instanceof IntermediateCatchEvent) {
            SequenceFlow out = event.getOutgoing().iterator().next();
            List.copyOf(event.getIncoming()).forEach(in -> in.setTarget(out.getTarget()));
            remove(event);
        } else if (event instanceof BoundaryEvent) {
            remove(event);
        } else {
            event.getEventDefinitions().clear();
        }
    }

    private static void remove(FlowNode node) {
        List<SequenceFlow> flows = new ArrayList<>(node.getIncoming());
        flows.addAll(node.getOutgoing());
        flows.forEach(flow -> flow.getParentElement().removeChildElement(flow));
        List.copyOf(node.getModelInstance().getModelElementsByType(Association.class)).stream()
                .filter(note -> node.equals(note.getSource()))
                .forEach(note -> note.getParentElement().removeChildElement(note));
        node.getParentElement().removeChildElement(node);
    }
}
