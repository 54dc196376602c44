package org.tradeassurance.modeler;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.modeler.ElementTemplate.Binding;
import org.tradeassurance.modeler.ElementTemplate.Choice;
import org.tradeassurance.modeler.ElementTemplate.Constraints;
import org.tradeassurance.modeler.ElementTemplate.Pattern;
import org.tradeassurance.modeler.ElementTemplate.Property;
import org.tradeassurance.process.DrawnTask;

/** What no model of ours has yet and analysts put in: steps of their own, and what things are called in both languages. */
final class OwnTemplates {

    private static final List<Choice> PARTIES =
            List.of(new Choice("Buyer", "BUYER"), new Choice("Supplier", "SUPPLIER"));

    private static final Constraints EVENT =
            new Constraints(true, new Pattern("[A-Z][a-z-]+ .+", "What has happened, such as Deposit posted"));
    private static final Constraints QUESTION =
            new Constraints(true, new Pattern("[A-Z].+\\?", "A question, such as Deposit complete?"));
    private static final Constraints ANSWER =
            new Constraints(true, new Pattern("[A-Z].*", "The answer, such as Too short"));

    private OwnTemplates() {}

    static ElementTemplate dispute() {
        return ElementTemplate.of(
                "Open dispute",
                "openDisputeDelegate",
                "Opens a dispute of the order, as if a party had; the assurance desk decides.",
                ElementTemplates.DONE,
                "bpmn:ServiceTask",
                List.of(
                        Property.fixed("name", "Open dispute"),
                        Property.fixedProperty(DrawnTask.CHINESE_NAME, "发起纠纷"),
                        Property.fixed("camunda:delegateExpression", "${openDisputeDelegate}"),
                        input(
                                "Reason",
                                "A text, or ${note} for a required field of the form before",
                                "reason",
                                "${note}"),
                        new Property(
                                "Party",
                                null,
                                "Dropdown",
                                "BUYER",
                                PARTIES,
                                new Binding("camunda:inputParameter", "party"),
                                null)));
    }

    /** @param desks whose members may get it */
    static ElementTemplate mail(Stream<Choice> desks) {
        String names = "Names in double braces, such as {{orderNo}}, are filled in";
        return ElementTemplate.of(
                "Send mail",
                "sendMailDelegate",
                "One mail, written with the step: to the buyer in English, to the supplier in Chinese, to a desk in both.",
                ElementTemplates.DONE,
                "bpmn:ServiceTask",
                List.of(
                        Property.fixed("name", "Send mail"),
                        Property.fixedProperty(DrawnTask.CHINESE_NAME, "发送邮件"),
                        Property.fixed("camunda:delegateExpression", "${sendMailDelegate}"),
                        new Property(
                                "To",
                                null,
                                "Dropdown",
                                "BUYER",
                                Stream.concat(PARTIES.stream(), desks).toList(),
                                new Binding("camunda:inputParameter", "to"),
                                null),
                        input("Subject", names, "subjectEn", null),
                        input("Subject in Chinese / 中文主题", null, "subjectZh", null),
                        text("Text", names, "textEn"),
                        text("Text in Chinese / 中文正文", null, "textZh")));
    }

    /** What has a name of its own, by kind. */
    static List<ElementTemplate> names() {
        return List.of(
                ElementTemplate.named(
                        "Event in both languages",
                        "event",
                        "What it is called, and whom the order waits for there. A date is set under Timer: one of the order, or ${deadline.of(execution.processBusinessKey, 'WORD')} for a row of order-deadlines.",
                        List.of(
                                "bpmn:IntermediateCatchEvent",
                                "bpmn:BoundaryEvent",
                                "bpmn:StartEvent",
                                "bpmn:EndEvent",
                                "bpmn:IntermediateThrowEvent"),
                        List.of(
                                Property.asked("Name", "name", null, EVENT),
                                Property.said(ElementTemplates.CHINESE, DrawnTask.CHINESE_NAME),
                                waitsFor())),
                ElementTemplate.named(
                        "Question in both languages",
                        "question",
                        "What a gateway asks; the flows behind it answer.",
                        List.of("bpmn:ExclusiveGateway", "bpmn:InclusiveGateway"),
                        both(QUESTION)),
                ElementTemplate.named(
                        "Answer in both languages",
                        "answer",
                        "What a flow behind a question answers.",
                        List.of("bpmn:SequenceFlow"),
                        both(ANSWER)),
                ElementTemplate.named(
                        "Part in both languages",
                        "part",
                        "What a sub-process is about.",
                        List.of("bpmn:SubProcess"),
                        both(EVENT)));
    }

    private static List<Property> both(Constraints name) {
        return List.of(
                Property.asked("Name", "name", null, name),
                Property.said(ElementTemplates.CHINESE, DrawnTask.CHINESE_NAME));
    }

    private static Property waitsFor() {
        List<Choice> who = new ArrayList<>(List.of(new Choice("Nobody: it comes by itself", "")));
        who.addAll(PARTIES);
        who.add(new Choice("Staff", "STAFF"));
        return new Property(
                "Whom the order waits for",
                null,
                "Dropdown",
                "",
                who,
                new Binding("camunda:property", "waitsFor"),
                null);
    }

    private static Property input(String label, @Nullable String description, String name, @Nullable String value) {
        return new Property(
                label,
                description,
                "String",
                value,
                null,
                new Binding("camunda:inputParameter", name),
                new Constraints(true, null));
    }

    private static Property text(String label, @Nullable String description, String name) {
        return new Property(
                label,
                description,
                "Text",
                null,
                null,
                new Binding("camunda:inputParameter", name),
                new Constraints(true, null));
    }
}
