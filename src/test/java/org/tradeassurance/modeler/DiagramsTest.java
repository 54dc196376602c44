package org.tradeassurance.modeler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tradeassurance.process.DrawnTask;

/** What is seen of the business in the pictures alone: all of it at once, who works, and which table is asked. */
class DiagramsTest {

    /** A screen of 1920 x 1080 at 100 %, less the frame of the Modeler: 40 pixels beside the drawing, 180 above and below. */
    private static final double WIDTH = 1880;

    private static final double HEIGHT = 900;

    /** By which a diagram goes on or is held up; the others are asked at the doors, or give an amount or a date besides. */
    private static final String[] DECIDED = {
        "auto-completion",
        "buyer-eligibility",
        "coverage-release",
        "export-mode",
        "order-deadlines",
        "order-points",
        "order-policies",
        "payment-shortfall",
        "supplier-eligibility",
        "supplier-inactivity",
        "supplier-sanction"
    };

    private static final String COLOURS = "http://www.omg.org/spec/BPMN/non-normative/color/1.0";
    private static final Pattern TABLE = Pattern.compile("[a-z-]+(?=\\.dmn)");

    static List<Path> models() {
        return Modeler.files().stream()
                .filter(file -> file.toString().endsWith(".bpmn"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void eachDiagramFitsOneScreen(Path file) {
        assertThat(model(file).getModelElementsByType(BpmnDiagram.class)).allSatisfy(diagram -> {
            List<double[]> corners = corners(diagram);
            assertThat(span(corners, 0)).as("width of %s", diagram.getId()).isLessThanOrEqualTo(WIDTH);
            assertThat(span(corners, 1)).as("height of %s", diagram.getId()).isLessThanOrEqualTo(HEIGHT);
        });
    }

    @Test
    void eachDeskHasItsColourAndALegendSaysWhich() {
        Map<String, Set<String>> colours = new TreeMap<>();
        for (Path file : models()) {
            BpmnModelInstance model = model(file);
            String notes = notes(model).collect(Collectors.joining("\n"));
            for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
                if (shape.getBpmnElement() instanceof UserTask task) {
                    String desk = task.getCamundaCandidateGroups();
                    colours.computeIfAbsent(desk, one -> new TreeSet<>())
                            .add(String.valueOf(shape.getAttributeValueNs(COLOURS, "background-color")));
                    assertThat(notes).as("legend of %s", file).contains(desk.replace('-', ' '));
                }
            }
        }
        assertThat(colours)
                .hasSizeGreaterThan(4)
                .allSatisfy((desk, ofDesk) ->
                        assertThat(ofDesk).as("colours of %s", desk).hasSize(1).doesNotContain("null"));
        assertThat(colours.values()).doesNotHaveDuplicates();
    }

    @Test
    void whateverPeopleReadHasOneNameInChinese() {
        Map<String, Set<String>> chinese = new TreeMap<>();
        for (Path file : models()) {
            for (FlowElement element : model(file).getModelElementsByType(FlowElement.class)) {
                if (element.getName() != null) {
                    add(chinese, element.getName(), element);
                }
            }
            model(file)
                    .getModelElementsByType(Process.class)
                    .forEach(process -> add(chinese, process.getName(), process));
            model(file).getModelElementsByType(TextAnnotation.class).stream()
                    .filter(note -> !TABLE.matcher(note.getRawTextContent()).find())
                    .forEach(note -> add(chinese, note.getText().getTextContent(), note));
        }
        assertThat(chinese)
                .hasSizeGreaterThan(200)
                .allSatisfy((name, ofName) ->
                        assertThat(ofName).as(name).singleElement().asString().containsPattern("\\p{IsHan}"));
    }

    private static void add(Map<String, Set<String>> chinese, String name, BaseElement element) {
        chinese.computeIfAbsent(name, one -> new TreeSet<>())
                .add(String.valueOf(DrawnTask.property(element, DrawnTask.CHINESE_NAME)));
    }

    @Test
    void eachTableIsNamedWhereItIsAsked() {
        Set<String> named = new TreeSet<>();
        Set<String> decided = new TreeSet<>();
        for (Path file : models()) {
            BpmnModelInstance model = model(file);
            model.getModelElementsByType(BusinessRuleTask.class).forEach(task -> decided.addAll(tablesOf(task)));
            model.getModelElementsByType(Association.class).stream()
                    .map(Association::getTarget)
                    .filter(TextAnnotation.class::isInstance)
                    .forEach(note -> tables(note.getRawTextContent()).forEach(named::add));
        }
        assertThat(decided).containsExactlyInAnyOrder(DECIDED);
        named.addAll(decided);
        assertThat(named)
                .containsExactlyElementsOf(Modeler.files().stream()
                        .map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".dmn"))
                        .map(file -> file.replace(".dmn", ""))
                        .sorted()
                        .toList());
    }

    private static List<String> tablesOf(BusinessRuleTask task) {
        String said = DrawnTask.property(task, "table");
        return task.getCamundaDecisionRef() != null
                ? List.of(task.getCamundaDecisionRef())
                : List.of(String.valueOf(said).split(", ", -1));
    }

    private static Stream<String> notes(BpmnModelInstance model) {
        return model.getModelElementsByType(TextAnnotation.class).stream().map(TextAnnotation::getRawTextContent);
    }

    private static Stream<String> tables(String note) {
        return TABLE.matcher(note).results().map((MatchResult found) -> found.group());
    }

    private static List<double[]> corners(BpmnDiagram diagram) {
        List<double[]> corners = new ArrayList<>();
        Collection<?> drawn = diagram.getBpmnPlane().getDiagramElements();
        for (Object element : drawn) {
            if (element instanceof BpmnShape shape) {
                add(corners, shape.getBounds());
                add(corners, shape.getBpmnLabel());
            } else if (element instanceof BpmnEdge edge) {
                edge.getWaypoints().forEach(point -> corners.add(new double[] {point.getX(), point.getY()}));
                add(corners, edge.getBpmnLabel());
            }
        }
        return corners;
    }

    private static void add(List<double[]> corners, @Nullable BpmnLabel label) {
        if (label != null && label.getBounds() != null) {
            add(corners, label.getBounds());
        }
    }

    private static void add(List<double[]> corners, Bounds box) {
        corners.add(new double[] {box.getX(), box.getY()});
        corners.add(new double[] {box.getX() + box.getWidth(), box.getY() + box.getHeight()});
    }

    private static double span(List<double[]> corners, int axis) {
        var values = corners.stream().mapToDouble(corner -> corner[axis]).summaryStatistics();
        return values.getMax() - values.getMin();
    }

    private static BpmnModelInstance model(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }
}
