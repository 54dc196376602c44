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
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** A model as it is drawn: shapes, lines and labels with their places. Notes, groups and what is tied to them lie where they like. */
record Drawing(List<Shape> shapes, List<Line> lines, List<Label> labels) {

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

    record Shape(FlowNode node, Box box) implements Drawn {

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
            return !(node instanceof SubProcess);
        }

        @Override
        public BaseElement element() {
            return node;
        }
    }

    record Label(BaseElement element, Box box) implements Drawn {}

    static Drawing of(BpmnModelInstance model) {
        Drawing drawing = new Drawing(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            if (shape.getBpmnElement() instanceof FlowNode node && shape.getBounds() != null) {
                drawing.shapes.add(new Shape(node, box(shape.getBounds())));
                drawing.addLabel(node, shape.getBpmnLabel());
            }
        }
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            if (edge.getBpmnElement() instanceof SequenceFlow flow
                    && edge.getWaypoints().size() > 1) {
                drawing.lines.add(new Line(
                        flow, edge.getWaypoints().stream().map(Drawing::corner).toList()));
                drawing.addLabel(flow, edge.getBpmnLabel());
            }
        }
        return drawing;
    }

    Optional<Shape> shape(@Nullable FlowNode node) {
        return shapes.stream().filter(shape -> shape.node().equals(node)).findFirst();
    }

    /** A label without bounds, as the Modeler writes it for a task, stands in its shape. */
    private void addLabel(BaseElement of, @Nullable BpmnLabel label) {
        if (label != null && label.getBounds() != null) {
            labels.add(new Label(of, box(label.getBounds())));
        }
    }

    private static Box box(Bounds bounds) {
        return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static double[] corner(Waypoint point) {
        return new double[] {point.getX(), point.getY()};
    }
}
