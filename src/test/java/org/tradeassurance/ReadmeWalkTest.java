package org.tradeassurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** Runs the walk of README.md as it is written: each block {@code bash walk} must print the block {@code text} below it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=true")
@DirtiesContext
class ReadmeWalkTest {

    private static final Pattern STEP =
            Pattern.compile("```bash walk\\n(.*?)```\\n(?:\\s*```text\\n(.*?)```)?", Pattern.DOTALL);
    private static final String END_OF_STEP = "---- end of step ----\n";
    private static final int MINUTES = 2;

    @LocalServerPort
    private int port;

    @Autowired
    private ManagementService management;

    private record Step(String commands, String output) {}

    @AfterEach
    void resetClock() {
        new TestClock(management).reset();
    }

    @Test
    void everyStepPrintsWhatTheReadmeSays(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(hasCurl(), "The walk is run with bash and curl");
        List<Step> steps = steps();
        assertThat(steps).hasSizeGreaterThan(5);
        String expected =
                steps.stream().map(step -> step.output() + END_OF_STEP).collect(Collectors.joining());

        assertThat(run(steps, folder.resolve("output"))).isEqualTo(expected);
    }

    /** A machine with a JDK alone builds without the walk; .ci/run installs curl. */
    private static boolean hasCurl() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl")));
    }

    private static List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(Files.readString(Path.of("README.md")));
        while (step.find()) {
            steps.add(new Step(step.group(1), step.group(2) == null ? "" : step.group(2)));
        }
        return steps;
    }

    private String run(List<Step> steps, Path output) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("set -eu\n");
        for (Step step : steps) {
            script.append(step.commands().replace("localhost:8080", "127.0.0.1:" + port))
                    .append("printf '%s' '" + END_OF_STEP + "'\n");
        }
        Process bash = new ProcessBuilder("bash", "-c", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = bash.waitFor(MINUTES, TimeUnit.MINUTES);
        bash.destroyForcibly();
        String printed = Files.readString(output);
        assertThat(ended).as("ended in time; printed: %s", printed).isTrue();
        return printed;
    }
}
