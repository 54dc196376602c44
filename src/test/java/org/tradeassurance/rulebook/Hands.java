package org.tradeassurance.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.tradeassurance.acceptance.Api.Answer;

/** What somebody does by hand to the processes of an order, which comes through it as if nothing had been, whatever it was told meanwhile. */
final class Hands {

    /** What is done, and how the order goes on. */
    enum Damage {
        SUSPENDED_AND_ACTIVATED,
        PARENT_SUSPENDED_AND_ACTIVATED,
        SUSPENDED_AND_RESTARTED,
        LOST_AND_RESTARTED;

        /** Or of all phases. */
        boolean ofTheParent() {
            return this == PARENT_SUSPENDED_AND_ACTIVATED || this == LOST_AND_RESTARTED;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** The looks by which the product finds what a process missed. */
    private static final Set<String> LOOKS = Set.of(
            "org.tradeassurance.process.OrderTimers.standStill",
            "org.tradeassurance.process.UntoldMessages.tell",
            "org.tradeassurance.payment.PendingMoney.announce");

    private final RuntimeService runtime;
    private final ScheduledTaskHolder scheduled;

    Hands(RuntimeService runtime, ScheduledTaskHolder scheduled) {
        this.runtime = runtime;
        this.scheduled = scheduled;
    }

    /** Something comes from outside while nobody in the order's processes hears it. */
    static Arbitrary<Move> unheard(Arbitrary<Move> told) {
        return Combinators.combine(Arbitraries.of(Damage.class), told)
                .as((damage, move) -> new Move(
                        "by hand %s, meanwhile %s".formatted(damage, move),
                        play -> play.stage().hands().damage(play, damage, move)));
    }

    private void damage(Play play, Damage damage, Move meanwhile) {
        List<String> hurt = processes(play.no()).stream()
                .filter(process -> isParent(process) == damage.ofTheParent())
                .map(ProcessInstance::getId)
                .toList();
        if (hurt.isEmpty()) {
            play.stage().count("by hand nothing in " + play.rules().facts.status);
            meanwhile.step().accept(play);
            return;
        }
        play.stage().count("by hand %s in %s".formatted(damage, play.rules().facts.status));
        hurt.forEach(damage == Damage.LOST_AND_RESTARTED ? this::delete : runtime::suspendProcessInstanceById);
        play.bank().unheard(() -> meanwhile.step().accept(play));
        if (damage == Damage.SUSPENDED_AND_ACTIVATED || damage == Damage.PARENT_SUSPENDED_AND_ACTIVATED) {
            hurt.forEach(runtime::activateProcessInstanceById);
            look();
        } else {
            Answer answer = play.post("platform", "/orders/" + play.no() + "/process", "{}");
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        }
    }

    private void delete(String process) {
        runtime.deleteProcessInstance(process, "by hand");
    }

    private void look() {
        List<ScheduledTask> looks = scheduled.getScheduledTasks().stream()
                .filter(task -> LOOKS.contains(task.toString()))
                .toList();
        assertThat(looks).hasSameSizeAs(LOOKS);
        looks.forEach(look -> look.getTask().getRunnable().run());
    }

    private List<ProcessInstance> processes(String no) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .list();
    }

    private static boolean isParent(ProcessInstance process) {
        return process.getRootProcessInstanceId().equals(process.getId());
    }
}
