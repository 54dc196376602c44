package org.tradeassurance.model.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.tradeassurance.model.check.Drawing.Box;
import org.tradeassurance.model.check.Drawing.Drawn;
import org.tradeassurance.model.check.Drawing.Label;
import org.tradeassurance.model.check.Drawing.Line;
import org.tradeassurance.model.check.Drawing.Shape;

/** How the models are drawn: a reader follows the main path on one row, and nothing lies on anything else. Distances in pixels. */
final class DrawingRules {

    private static final double GRID = 10;
    private static final double BETWEEN_NEIGHBOURS = 60;
    private static final double BETWEEN_SHAPES = 20;
    private static final double TITLE_HEIGHT = 22;

    private final Found found;
    private final BpmnModelInstance model;
    private final Course course;
    private final Drawing drawing;

    private DrawingRules(String file, BpmnModelInstance model) {
        this.found = new Found(file);
        this.model = model;
        this.course = Course.of(model);
        this.drawing = Drawing.of(model);
    }

    static List<Finding> check(Folder files) {
        List<Finding> all = new ArrayList<>();
        files.processes().forEach((file, model) -> {
            DrawingRules rules = new DrawingRules(file, model);
            rules.everythingIsDrawn();
            rules.drawing.shapes().forEach(rules::size);
            rules.drawing.lines().forEach(rules::straight);
            rules.apart();
            rules.mainPath();
            rules.labels();
            all.addAll(rules.found.all());
        });
        return all;
    }

    private void everythingIsDrawn() {
        Set<FlowElement> drawn = new HashSet<>();
        drawing.shapes().forEach(shape -> drawn.add(shape.node()));
        drawing.lines().forEach(line -> drawn.add(line.flow()));
        for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
            if ((element instanceof FlowNode || element instanceof SequenceFlow) && !drawn.contains(element)) {
                found.rule(element, "drawing.none");
            }
        }
    }

    private void size(Shape shape) {
        if (!shape.isInnermost()) {
            return;
        }
        double width = shape.node() instanceof Event ? 36 : shape.node() instanceof Gateway ? 50 : 100;
        double height = shape.node() instanceof Activity ? 80 : width;
        Box box = shape.box();
        if (box.width() != width || box.height() != height) {
            found.hint(shape.node(), "drawing.size");
        } else if ((box.x() + width / 2) % GRID != 0 || (box.y() + height / 2) % GRID != 0) {
            found.hint(shape.node(), "drawing.grid");
        }
    }

    private void straight(Line line) {
        if (!line.segments().stream().allMatch(segment -> segment.width() == 0 ^ segment.height() == 0)) {
            found.hint(line.flow(), "drawing.slant");
        }
        double[] from = line.corners().get(0);
        double[] to = line.corners().get(line.corners().size() - 1);
        boolean docked = drawing.shape(line.flow().getSource())
                        .map(shape -> shape.box().onBorder(from[0], from[1]))
                        .orElse(true)
                && drawing.shape(line.flow().getTarget())
                        .map(shape -> shape.box().onBorder(to[0], to[1]))
                        .orElse(true);
        if (!docked) {
            found.hint(line.flow(), "drawing.loose");
        }
    }

    private void apart() {
        clashes(drawing.lines(), drawing.lines(), DrawingRules::cross, "drawing.cross");
        clashes(drawing.lines(), drawing.shapes(), DrawingRules::runsOver, "drawing.over");
        clashes(
                drawing.shapes(),
                drawing.shapes(),
                (one, other) -> !one.isPartOf(other)
                        && !other.isPartOf(one)
                        && one.box().touches(other.box(), BETWEEN_SHAPES),
                "drawing.near");
        for (Shape shape : drawing.shapes()) {
            boolean outside = shape.node().getParentElement() instanceof SubProcess around
                    && drawing.shape(around)
                            .map(box -> box.open() && !box.box().holds(shape.box()))
                            .orElse(false);
            if (outside) {
                found.hint(shape.node(), "drawing.outside");
            }
        }
    }

    private void mainPath() {
        FlowNode node = course.nodes().stream()
                .filter(start -> start instanceof StartEvent && start.getParentElement() instanceof Process)
                .findFirst()
                .orElse(null);
        Set<FlowNode> seen = new HashSet<>();
        while (node != null && !course.out(node).isEmpty() && seen.add(node)) {
            SequenceFlow next = mainFlow(node);
            boolean right = drawing.lines().stream()
                    .filter(line -> line.flow().equals(next))
                    .allMatch(line -> line.segments().size() == 1
                            && line.corners().get(1)[0] - line.corners().get(0)[0] >= BETWEEN_NEIGHBOURS);
            if (!right) {
                found.hint(next, "drawing.main");
                return;
            }
            node = next.getTarget();
        }
    }

    private void labels() {
        Set<FlowElement> labelled = drawing.labels().stream()
                .map(label -> (FlowElement) label.element())
                .collect(Collectors.toSet());
        drawing.shapes().stream()
                .map(Shape::node)
                .filter(node -> !(node instanceof Activity) && node.getName() != null && !labelled.contains(node))
                .forEach(node -> found.hint(node, "drawing.label"));
        drawing.lines().stream()
                .map(Line::flow)
                .filter(flow -> flow.getName() != null && !labelled.contains(flow))
                .forEach(flow -> found.hint(flow, "drawing.label"));
        clashes(drawing.labels(), drawing.lines(), (label, line) -> line.touches(label.box(), 2), "drawing.label-line");
        clashes(
                drawing.labels(),
                drawing.labels(),
                (one, other) -> one.box().touches(other.box(), 1),
                "drawing.label-label");
        clashes(drawing.labels(), drawing.shapes(), DrawingRules::covers, "drawing.label-shape");
    }

    /** The way out of a gateway that goes on straight to the right is the main one, whatever the condition on it. */
    private SequenceFlow mainFlow(FlowNode node) {
        return drawing.lines().stream()
                .filter(line ->
                        node instanceof ExclusiveGateway && course.out(node).contains(line.flow()))
                .filter(line -> line.segments().size() == 1
                        && line.corners().get(1)[0] > line.corners().get(0)[0])
                .map(Line::flow)
                .findFirst()
                .orElseGet(() -> course.out(node).get(0));
    }

    private static boolean cross(Line one, Line other) {
        return one.segments().stream().anyMatch(segment -> other.touches(segment, 1));
    }

    private static boolean runsOver(Line line, Shape shape) {
        FlowNode source = line.flow().getSource();
        FlowNode target = line.flow().getTarget();
        boolean around = shape.node() instanceof SubProcess
                && source != null
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

    /** Of two of a kind that clash, one line. */
    private <A extends Drawn, B extends Drawn> void clashes(
            List<A> some, List<B> others, BiPredicate<A, B> clash, String key) {
        boolean same = some.equals(others);
        for (int i = 0; i < some.size(); i++) {
            for (int j = same ? i + 1 : 0; j < others.size(); j++) {
                A one = some.get(i);
                B other = others.get(j);
                if (clash.test(one, other)) {
                    found.hint(
                            one.element(), key, String.valueOf(other.element().getAttributeValue("id")));
                }
            }
        }
    }
}
