package org.tradeassurance.process.explanation;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.DecisionTaken;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Party;
import org.tradeassurance.process.DeployedModels;
import org.tradeassurance.process.DrawnNames;
import org.tradeassurance.process.DrawnTask;
import org.tradeassurance.process.explanation.Explanation.Decision;
import org.tradeassurance.process.explanation.Explanation.Element;
import org.tradeassurance.process.explanation.Explanation.Next;
import org.tradeassurance.process.explanation.Explanation.Rule;
import org.tradeassurance.process.explanation.Explanation.Wait;
import org.tradeassurance.process.explanation.Explanation.Who;

/** Puts together what the engine, the models, the tables and the record know about why an order is where it is. */
@Component
class Explanations {

    private final WaitingPlaces places;
    private final OperationRecord record;
    private final RepositoryService repository;
    private final DrawnNames names;
    private final Annotations annotations;

    Explanations(
            WaitingPlaces places,
            OperationRecord record,
            RepositoryService repository,
            DrawnNames names,
            Annotations annotations) {
        this.places = places;
        this.record = record;
        this.repository = repository;
        this.names = names;
        this.annotations = annotations;
    }

    Explanation of(Order order, Locale locale) {
        List<OperationRecord.Kept> kept = record.decisions(order.no());
        DateRows rows = new DateRows(order, kept);
        List<Placed> all = places.of(order.no()).stream()
                .map(place -> new Placed(place, drawn(place, locale)))
                .toList();
        List<Placed> waits =
                all.stream().filter(place -> place.drawn().isPlace()).toList();
        List<Next> next = Stream.concat(waits.stream(), all.stream())
                .flatMap(place -> place.drawn().next().stream())
                .distinct()
                .toList();
        return new Explanation(
                order.status(),
                waits.stream().map(place -> wait(order, place, all, rows)).toList(),
                Account.current().ownParty() == null
                        ? kept.stream().map(this::decision).toList()
                        : null,
                next);
    }

    /** A place where the order waits, with its element. */
    private record Placed(Waiting at, Drawn drawn) {}

    private Drawn drawn(Waiting place, Locale locale) {
        BpmnModelInstance model = repository.getBpmnModelInstance(place.definition());
        return new Drawn(model.getModelElementById(place.element()), names.of(model), locale);
    }

    private Wait wait(Order order, Placed place, List<Placed> all, DateRows rows) {
        Placed dated = dated(order, place, all);
        Instant until = dated == null ? null : dated.at().due();
        DecisionTaken said = dated == null || until == null
                ? null
                : rows.of(until, dated.drawn().date());
        return new Wait(
                who(place),
                place.at().desk(),
                place.drawn().words(),
                place.at().since(),
                until,
                new Element(
                        place.at().process(),
                        place.at().element(),
                        place.drawn().name()),
                said == null ? null : new Rule(said.table(), said.row(), annotation(said)));
    }

    /** What has no date of its own waits until the next timer of its nearest scope; in a dispute, only what has one of its own is due. */
    private static @Nullable Placed dated(Order order, Placed place, List<Placed> all) {
        boolean ownDate = place.at().due() != null;
        if (order.progress().frozen()) {
            return ownDate && place.at().kind() == Waiting.Kind.TASK ? place : null;
        }
        if (ownDate) {
            return place;
        }
        List<Placed> timers = all.stream()
                .filter(other -> other.at().instance().equals(place.at().instance()))
                .filter(other ->
                        other.at().kind() == Waiting.Kind.TIMER && other.at().due() != null)
                .toList();
        return place.drawn().scopes().stream()
                .flatMap(scope -> timers.stream()
                        .filter(timer -> place.drawn().isDatedBy(timer.drawn(), scope))
                        .min(Comparator.comparing(
                                timer -> Objects.requireNonNull(timer.at().due())))
                        .stream())
                .findFirst()
                .orElse(null);
    }

    /** Whom the model names; else the party that the desk acts for; what is nobody's task comes by itself. */
    private static Who who(Placed place) {
        String desk = place.at().desk();
        Party party = DrawnTask.actsFor(desk);
        String side = Objects.requireNonNullElse(
                place.drawn().property(DeployedModels.WAITS_FOR), party == null ? "" : party.name());
        return Arrays.stream(Who.values())
                .filter(who -> who.name().equals(side.strip()))
                .findFirst()
                .orElse(desk == null ? Who.SYSTEM : Who.STAFF);
    }

    private Decision decision(OperationRecord.Kept kept) {
        DecisionTaken said = kept.said();
        return new Decision(
                kept.at(),
                said.table(),
                said.deployment(),
                said.row(),
                annotation(said),
                said.inputs(),
                said.outputs());
    }

    private String annotation(DecisionTaken said) {
        return annotations.of(said.table(), said.deployment(), said.row());
    }
}
