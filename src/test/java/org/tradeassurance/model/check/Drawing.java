package org.tradeassurance.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** A model as it is drawn: shapes, lines and labels with their places. Notes, groups and what is tied to them lie where they like. */
record Drawing(List<Shape> shapes, List<Line> lines, List<Label> labels) {

    /** The planes of a file lie one below the other, so far apart that nothing touches. */
    private static final double NEXT_PLANE = 100_000;

    /** Something that is drawn. */
    interface Drawn {
        BaseElement element();
    }

    /** A rectangle in pixels; a straight segment is one without width or height. */
    record Box(double x, double y, double width, double height) {

        boolean touches(Box other, double gap) {
            return x < other.right() + gap
                    && other.x < right() + gap
                    && y < other.bottom() + gap
                    && other.y < bottom() + gap;
        }

        boolean holds(Box other) {
            return x <= other.x && y <= other.y && other.right() <= right() && other.bottom() <= bottom();
        }

        boolean onBorder(double px, double py) {
            boolean within = x <= px && px <= right() && y <= py && py <= bottom();
            return within && (px == x || px == right() || py == y || py == bottom());
        }

        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }
    }

    /** @param corners x and y of each way point, source first */
    record Line(SequenceFlow flow, List<double[]> corners) implements Drawn {

        List<Box> segments() {
            List<Box> segments = new ArrayList<>();
            for (int i = 1; i < corners.size(); i++) {
                double[] from = corners.get(i - 1);
                double[] to = corners.get(i);
                segments.add(new Box(
                        Math.min(from[0], to[0]),
                        Math.min(from[1], to[1]),
                        Math.abs(from[0] - to[0]),
                        Math.abs(from[1] - to[1])));
            }
            return segments;
        }

        boolean touches(Box box, double gap) {
            return segments().stream().anyMatch(segment -> segment.touches(box, gap));
        }

        @Override
        public BaseElement element() {
            return flow;
        }
    }

    /** @param open a sub-process that shows what it holds; one that does not has a plane of its own */
    record Shape(FlowNode node, Box box, boolean open) implements Drawn {

        boolean isPartOf(Shape other) {
            boolean attached = node instanceof BoundaryEvent event && other.node.equals(event.getAttachedTo());
            return attached || other.holds(node);
        }

        /** Whether a node lies in this sub-process, or in one within it. */
        boolean holds(FlowNode other) {
            ModelElementInstance parent = other.getParentElement();
            while (parent != null && !parent.equals(node)) {
                parent = parent.getParentElement();
            }
            return parent != null;
        }

        boolean isInnermost() {
            return !open;
        }

        @Override
        public BaseElement element() {
            return node;
        }
    }

    record Label(BaseElement element, Box box) implements Drawn {}

    static Drawing of(BpmnModelInstance model) {
        Drawing drawing = new Drawing(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        double down = 0;
        for (BpmnPlane plane : model.getModelElementsByType(BpmnPlane.class)) {
            for (BpmnShape shape : plane.getChildElementsByType(BpmnShape.class)) {
                drawing.add(shape, down);
            }
            for (BpmnEdge edge : plane.getChildElementsByType(BpmnEdge.class)) {
                drawing.add(edge, down);
            }
            down += NEXT_PLANE;
        }
        return drawing;
    }

    Optional<Shape> shape(@Nullable FlowNode node) {
        return shapes.stream().filter(shape -> shape.node().equals(node)).findFirst();
    }

    private void add(BpmnShape shape, double down) {
        if (shape.getBpmnElement() instanceof FlowNode node && shape.getBounds() != null) {
            boolean open = node instanceof SubProcess && shape.isExpanded();
            shapes.add(new Shape(node, box(shape.getBounds(), down), open));
            addLabel(node, shape.getBpmnLabel(), down);
        }
    }

    private void add(BpmnEdge edge, double down) {
        if (edge.getBpmnElement() instanceof SequenceFlow flow
                && edge.getWaypoints().size() > 1) {
            lines.add(new Line(
                    flow,
                    edge.getWaypoints().stream()
                            .map(point -> new double[] {point.getX(), point.getY() + down})
                            .toList()));
            addLabel(flow, edge.getBpmnLabel(), down);
        }
    }

    /** A label without bounds, as the Modeler writes it for a task, stands in its shape. */
    private void addLabel(BaseElement of, @Nullable BpmnLabel label, double down) {
        if (label != null && label.getBounds() != null) {
            labels.add(new Label(of, box(label.getBounds(), down)));
        }
    }

    private static Box box(Bounds bounds, double down) {
        return new Box(bounds.getX(), bounds.getY() + down, bounds.getWidth(), bounds.getHeight());
    }
}
