package org.tradeassurance.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** A model as it is drawn: shapes, lines and labels with their places. */
record Drawing(List<Shape> shapes, List<Line> lines, List<Label> labels) {

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
    record Line(SequenceFlow flow, List<double[]> corners) {

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
        public String toString() {
            return flow.getId();
        }
    }

    record Shape(FlowNode node, Box box) {

        boolean isPartOf(Shape other) {
            boolean attached =
                    node instanceof BoundaryEvent event && event.getAttachedTo().equals(other.node);
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
        public String toString() {
            return node.getId();
        }
    }

    record Label(BaseElement of, Box box) {

        @Override
        public String toString() {
            return of.getId();
        }
    }

    static Drawing of(Path file) {
        BpmnModelInstance model = ModelFiles.model(file);
        List<Shape> shapes = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            shapes.add(new Shape((FlowNode) shape.getBpmnElement(), box(shape.getBounds())));
            addLabel(labels, shape.getBpmnElement(), shape.getBpmnLabel());
        }
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            lines.add(new Line(
                    (SequenceFlow) edge.getBpmnElement(),
                    edge.getWaypoints().stream().map(Drawing::corner).toList()));
            addLabel(labels, edge.getBpmnElement(), edge.getBpmnLabel());
        }
        return new Drawing(shapes, lines, labels);
    }

    Shape shape(FlowNode node) {
        return shapes.stream()
                .filter(shape -> shape.node().equals(node))
                .findFirst()
                .orElseThrow(() -> new AssertionError(node.getId() + " is not drawn"));
    }

    private static void addLabel(List<Label> labels, BaseElement of, @Nullable BpmnLabel label) {
        if (label != null) {
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
