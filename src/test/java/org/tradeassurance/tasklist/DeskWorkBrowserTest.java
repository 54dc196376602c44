package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.process.DrawnTasks;

/** Each desk opens each of its queues and does each kind of its tasks by clicking, in both languages. */
class DeskWorkBrowserTest extends BrowserTest {

    private final DeskPlan plan = DeskPlan.read();

    @Autowired
    private DrawnTasks models;

    Stream<Arguments> desks() {
        return Stream.of("zh-CN", "en-GB")
                .flatMap(language -> plan.desks().stream()
                        .filter(desk -> desk.leads() == null && !desk.observes())
                        .map(desk -> Arguments.of(desk.group(), language)));
    }

    @Test
    void everyKindOfTaskIsDoneByClicking() {
        TreeSet<String> planned = new TreeSet<>();
        plan.queues().forEach(queue -> planned.addAll(queue.tasks()));
        assertThat(Stream.of(DeskTask.values()).map(DeskTask::key)).containsExactlyInAnyOrderElementsOf(planned);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("desks")
    void aDeskDoesItsWorkByClicking(String desk, String language) {
        Page page = browser.open(language, desk, TASKLIST);
        page.waitForSelector(".task-filter");
        List<String> queues = plan.with(models.inUse(), group -> group).queues().stream()
                .filter(queue -> queue.desks().contains(desk))
                .map(queue -> DeskTask.half(queue.name(), language))
                .toList();
        for (String queue : queues) {
            page.click(".task-filter:has-text('" + queue + "') a");
            page.waitForSelector(".tasks-list");
        }
        assertThat(page.locator(".task-filter").count())
                .as("the desk's queues and no others")
                .isEqualTo(queues.size());
        for (DeskTask work : DeskTask.values()) {
            if (work.desk.equals(desk)) {
                does(page, work, language);
            }
        }
    }

    private void does(Page page, DeskTask work, String language) {
        String key = waiting(work);
        Task task = tasks.createTaskQuery().taskDefinitionKey(work.key()).list().stream()
                .filter(open -> tasks.getVariablesLocal(open.getId()).containsValue(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No task of " + work));
        assertThat(tasks.getVariablesLocal(task.getId())).containsKeys(factsOf(work));
        open(page, work, key, language);
        page.waitForFunction("foreign => !new RegExp(foreign, 'u').test(document.body.innerText)", foreign(language));
        assertThat(page.innerText(".fjs-form")).contains(words(task, factsOf(work)));
        browser.picture(page, "form-" + work.element + "-" + language);
        claim(page);
        work.inputs.forEach(input -> fill(page, work, input, language));
        complete(page, task.getId());
        clock.runDueJobs();
        if (work.status != null) {
            assertThat(status(key)).as(work.name()).isEqualTo(work.status);
        }
    }

    /** What a desk of a language never shows: Chinese, or an English sentence. */
    private static String foreign(String language) {
        return language.startsWith("en") ? "\\p{Script=Han}" : "[a-z]+ [a-z]+ [a-z]+ [a-z]+";
    }

    /** The facts of a task as they stand in its form; those in both languages show a half. */
    private List<String> words(Task task, String... facts) {
        return Stream.of(facts)
                .map(fact -> tasks.getVariableLocal(task.getId(), fact))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(fact -> !fact.contains(" / "))
                .toList();
    }

    /** What the form reads. */
    private static String[] factsOf(DeskTask work) {
        String file = work.element.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        try {
            return Pattern.compile("\\{\\{(\\w+)}}|\"=(lines|conditions|exportOrders)\"")
                    .matcher(Files.readString(Path.of("forms", file + ".form")))
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .filter(fact -> !fact.equals("info"))
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
