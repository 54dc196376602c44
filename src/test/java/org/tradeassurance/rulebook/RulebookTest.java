package org.tradeassurance.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.context.TestContextManager;
import org.tradeassurance.rulebook.Facts.Status;
import org.tradeassurance.rulebook.Hands.Damage;

/** Orders driven by chance through the running product and through the rulebook: after each step they agree. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RulebookTest {

    private static final int USUAL = 200;
    private static final int STEPS = 22;
    private static final int BOOKS_ARE_CHECKED_EVERY = 50;

    @Nullable
    private static Stage stage;

    private static final AtomicInteger CHAINS = new AtomicInteger();

    /** 200 chains in every build; more by {@code -Dorders.chains=5000}, the same again by {@code -Dorders.seed=}. */
    static class Size implements AroundPropertyHook {

        @Override
        public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
            context.attributes().setTries(Integer.getInteger("orders.chains", USUAL));
            String seed = System.getProperty(
                    "orders.seed", Long.toString(ThreadLocalRandom.current().nextLong()));
            context.attributes().setSeed(seed);
            PropertyExecutionResult result = property.execute();
            System.out.printf("%d chains of %d steps, seed %s%n%s", CHAINS.get(), STEPS, seed, stage().counts());
            stage().clock().reset();
            return result.status() == PropertyExecutionResult.Status.SUCCESSFUL ? checked(result) : result;
        }

        /** All chains together have been everywhere, met every damage, and the books balance. */
        private static PropertyExecutionResult checked(PropertyExecutionResult result) {
            try {
                stage().invariantsHold();
                for (String happening : CHAINS.get() < USUAL ? List.<String>of() : happenings()) {
                    assertThat(stage().counted(happening)).as(happening).isPositive();
                }
                return result;
            } catch (AssertionError e) {
                return result.mapToFailed(e);
            }
        }

        private static List<String> happenings() {
            return Stream.of(
                            Stream.of(Status.values()).map(status -> "reached " + status),
                            Stream.of(Damage.values())
                                    .map(damage -> "by hand %s in AWAITING_SHIPMENT".formatted(damage)),
                            Stream.of("money PENDING unheard"),
                            Stream.of("refund paid: SURPLUS", "refund returned", "unmatched money given back"))
                    .flatMap(Function.identity())
                    .toList();
        }

        @Override
        public int aroundPropertyProximity() {
            return -100;
        }
    }

    private static Stage stage() {
        if (stage == null) {
            ApplicationContext product =
                    new TestContextManager(RulebookTest.class).getTestContext().getApplicationContext();
            stage = new Stage(
                    product.getBean(Environment.class).getRequiredProperty("local.server.port", Integer.class),
                    product.getBean(ManagementService.class),
                    product.getBean(TaskService.class),
                    product.getBean(JdbcClient.class),
                    new Hands(product.getBean(RuntimeService.class), product.getBean(ScheduledTaskHolder.class)));
        }
        return stage;
    }

    @Provide
    Arbitrary<ActionChain<Play>> chains() {
        return ActionChain.startWith(() -> new Play(stage()))
                .withAction(new Step())
                .withMaxTransformations(STEPS);
    }

    private static final class Step implements Action.Dependent<Play> {

        @Override
        public Arbitrary<Transformer<Play>> transformer(Play play) {
            if (play.isOver()) {
                return Arbitraries.just(Transformer.endOfChain());
            }
            Arbitrary<Boolean> hurries = Arbitraries.frequency(Tuple.of(6, false), Tuple.of(1, true));
            return Combinators.combine(Moves.of(play), hurries)
                    .as((move, hurried) -> Transformer.mutate(move.toString(), next -> next.step(move, hurried)));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, generation = GenerationMode.RANDOMIZED)
    @AddLifecycleHook(Size.class)
    @Label("The product does what the rulebook says, whatever comes (TR, TOL, BAL, QTA, AMB-13 to AMB-15, TR-22)")
    void theProductFollowsTheRulebook(@ForAll("chains") ActionChain<Play> chain) {
        Play play = chain.run();
        play.end();
        if (CHAINS.incrementAndGet() % BOOKS_ARE_CHECKED_EVERY == 0) {
            stage().invariantsHold();
            System.out.printf("%d chains agree%n", CHAINS.get());
        }
    }
}
