package org.tradeassurance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tradeassurance.model.Findings.each;
import static org.tradeassurance.model.Findings.none;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tradeassurance.model.Drawing.Box;
import org.tradeassurance.model.Drawing.Label;
import org.tradeassurance.model.Drawing.Line;
import org.tradeassurance.model.Drawing.Shape;

/** How the models are drawn: a reader follows the main path on one row, and nothing lies on anything else. Distances in pixels. */
class ModelDrawingTest {

    private static final double GRID = 10;
    private static final double BETWEEN_NEIGHBOURS = 60;
    private static final double BETWEEN_SHAPES = 20;
    private static final double TITLE_HEIGHT = 22;

    static List<Path> models() {
        return ModelFiles.bpmn();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void everyElementIsDrawnInItsSizeOnTheGrid(Path file) {
        Drawing drawing = Drawing.of(file);
        assertThat(ModelFiles.elements(file, FlowNode.class)).hasSameSizeAs(drawing.shapes());
        assertThat(ModelFiles.elements(file, SequenceFlow.class)).hasSameSizeAs(drawing.lines());
        each(file, drawing.shapes().stream().filter(Shape::isInnermost).toList(), shape -> {
            double width = shape.node() instanceof Event ? 36 : shape.node() instanceof Gateway ? 50 : 100;
            double height = shape.node() instanceof Activity ? 80 : width;
            Box box = shape.box();
            assertThat(List.of(box.width(), box.height())).as(shape.toString()).containsExactly(width, height);
            assertThat((box.x() + width / 2) % GRID).as("%s, centre x", shape).isZero();
            assertThat((box.y() + height / 2) % GRID).as("%s, centre y", shape).isZero();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void linesRunStraightFromBorderToBorder(Path file) {
        Drawing drawing = Drawing.of(file);
        each(file, drawing.lines(), line -> {
            assertThat(line.segments())
                    .as("%s has no slants", line)
                    .allMatch(segment -> segment.width() == 0 ^ segment.height() == 0);
            double[] from = line.corners().get(0);
            double[] to = line.corners().get(line.corners().size() - 1);
            assertThat(drawing.shape(line.flow().getSource()).box().onBorder(from[0], from[1]))
                    .as("%s leaves its source at the border", line)
                    .isTrue();
            assertThat(drawing.shape(line.flow().getTarget()).box().onBorder(to[0], to[1]))
                    .as("%s meets its target at the border", line)
                    .isTrue();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void linesCrossNeitherEachOtherNorAShape(Path file) {
        Drawing drawing = Drawing.of(file);
        none(file, clashes(drawing.lines(), drawing.lines(), ModelDrawingTest::cross));
        none(file, clashes(drawing.lines(), drawing.shapes(), ModelDrawingTest::runsOver));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void shapesKeepTheirDistance(Path file) {
        Drawing drawing = Drawing.of(file);
        none(
                file,
                clashes(
                        drawing.shapes(),
                        drawing.shapes(),
                        (one, other) -> !one.isPartOf(other)
                                && !other.isPartOf(one)
                                && one.box().touches(other.box(), BETWEEN_SHAPES)));
        each(
                file,
                drawing.shapes().stream()
                        .filter(shape -> shape.node().getParentElement() instanceof SubProcess)
                        .toList(),
                shape -> assertThat(drawing.shape((FlowNode) shape.node().getParentElement())
                                .box()
                                .holds(shape.box()))
                        .as("%s lies in its sub-process", shape)
                        .isTrue());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void theMainPathRunsToTheRightOnOneRow(Path file) {
        Drawing drawing = Drawing.of(file);
        FlowNode node = drawing.shapes().stream()
                .map(Shape::node)
                .filter(start -> start instanceof StartEvent && start.getParentElement() instanceof Process)
                .findFirst()
                .orElseThrow();
        Set<FlowNode> seen = new HashSet<>();
        while (!node.getOutgoing().isEmpty() && seen.add(node)) {
            SequenceFlow next = mainFlow(node, drawing);
            Line line = drawing.lines().stream()
                    .filter(l -> l.flow().equals(next))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.segments()).as("%s, on the main path", line).hasSize(1);
            assertThat(line.corners().get(1)[0] - line.corners().get(0)[0])
                    .as("%s, to the right", line)
                    .isGreaterThanOrEqualTo(BETWEEN_NEIGHBOURS);
            node = next.getTarget();
        }
        assertThat(node.getOutgoing()).as("the main path ends").isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void everyNameOutsideAShapeHasAPlaceOfItsOwn(Path file) {
        Drawing drawing = Drawing.of(file);
        List<String> labelled =
                drawing.labels().stream().map(label -> label.of().getId()).toList();
        each(file, named(drawing).toList(), id -> assertThat(labelled).contains(id));
        none(file, clashes(drawing.labels(), drawing.lines(), (label, line) -> line.touches(label.box(), 2)));
        none(
                file,
                clashes(
                        drawing.labels(),
                        drawing.labels(),
                        (one, other) -> one.box().touches(other.box(), 1)));
        none(file, clashes(drawing.labels(), drawing.shapes(), ModelDrawingTest::covers));
    }

    private static Stream<String> named(Drawing drawing) {
        return Stream.concat(
                drawing.shapes().stream()
                        .map(Shape::node)
                        .filter(node -> !(node instanceof Activity) && node.getName() != null)
                        .map(FlowNode::getId),
                drawing.lines().stream()
                        .map(Line::flow)
                        .filter(flow -> flow.getName() != null)
                        .map(SequenceFlow::getId));
    }

    /** The way out of a gateway that goes on straight to the right is the main one, whatever the condition on it. */
    private static SequenceFlow mainFlow(FlowNode node, Drawing drawing) {
        return drawing.lines().stream()
                .filter(line ->
                        node instanceof ExclusiveGateway && node.getOutgoing().contains(line.flow()))
                .filter(line -> line.segments().size() == 1
                        && line.corners().get(1)[0] > line.corners().get(0)[0])
                .map(Line::flow)
                .findFirst()
                .orElseGet(() -> node.getOutgoing().iterator().next());
    }

    private static boolean cross(Line one, Line other) {
        return one.segments().stream().anyMatch(segment -> other.touches(segment, 1));
    }

    private static boolean runsOver(Line line, Shape shape) {
        FlowNode source = line.flow().getSource();
        FlowNode target = line.flow().getTarget();
        boolean around = shape.node() instanceof SubProcess
                && (shape.holds(source) || shape.node().equals(source));
        boolean end = shape.node().equals(source) || shape.node().equals(target);
        return !around && !end && line.touches(shape.box(), 1);
    }

    private static boolean covers(Label label, Shape shape) {
        if (shape.isInnermost()) {
            return label.box().touches(shape.box(), 1);
        }
        Box box = shape.box();
        Box inside = new Box(box.x() + 2, box.y() + TITLE_HEIGHT, box.width() - 4, box.height() - TITLE_HEIGHT - 2);
        return label.box().touches(box, 1) && !inside.holds(label.box());
    }

    private static <A, B> List<String> clashes(List<A> some, List<B> others, BiPredicate<A, B> clash) {
        return some.stream()
                .flatMap(one -> others.stream()
                        .filter(other -> !one.equals(other) && clash.test(one, other))
                        .map(other -> one + " and " + other))
                .toList();
    }
}
