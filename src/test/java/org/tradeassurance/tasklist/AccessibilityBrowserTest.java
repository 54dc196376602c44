package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** axe-core finds nothing serious on our pages and in our forms, and nothing critical in what is around them in Tasklist. */
class AccessibilityBrowserTest extends BrowserTest {

    private static final String AXE = axe();

    /** One line for each element that somebody cannot use. */
    private static final String FINDINGS = """
            async ([within, impacts]) => (await axe.run(within, { resultTypes: ['violations'] })).violations
                .filter(({ impact }) => impacts.includes(impact))
                .flatMap(({ id, impact, nodes }) => nodes.map(({ target, html }) => `${impact} ${id}: ${target.join(' ')} ${html.slice(0, 160)}`))""";

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    static Stream<Arguments> desks() {
        return Stream.of("zh-CN", "en-GB")
                .flatMap(language -> Stream.of(DeskTask.values())
                        .map(work -> work.desk)
                        .distinct()
                        .map(desk -> Arguments.of(desk, language)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("desks")
    void everyFormCanBeUsedByAll(String desk, String language) {
        Page page = browser.open(language, desk, TASKLIST);
        List<String> found = new ArrayList<>();
        for (DeskTask work : DeskTask.values()) {
            if (work.desk.equals(desk)) {
                String card = waiting(work);
                page.evaluate(
                        "document.querySelectorAll('.fjs-form').forEach(form => form.classList.remove('fjs-form'))");
                open(page, work, card, language);
                claim(page);
                findings(page, ".fjs-form", GRAVE).forEach(line -> found.add(work + ": " + line));
                findings(page, "body", Set.of("critical")).forEach(line -> found.add("Around " + work + ": " + line));
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest(name = "{1} {0}")
    @CsvSource({
        "zh-CN, /orders", "en-GB, /orders",
        "zh-CN, /overview", "en-GB, /overview",
        "zh-CN, /tasks", "en-GB, /tasks",
        "zh-CN, /orders/", "en-GB, /orders/"
    })
    void everyPageCanBeUsedByAll(String language, String path) {
        String no = eventful();
        Page page = browser.open(language, "supplier-desk", path.endsWith("/") ? path + no : path);
        page.waitForSelector("main *");
        page.waitForTimeout(1000);
        assertThat(findings(page, "body", GRAVE)).isEmpty();
        for (int pane = 1; pane < page.locator("main [role=tab]").count(); pane++) {
            page.locator("main [role=tab]").nth(pane).click();
            assertThat(findings(page, "body", GRAVE)).as("pane " + pane).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN", "en-GB"})
    void theLoginCanBeUsedByAll(String language) {
        Page page = browser.open(language, "supplier-desk", TASKLIST);
        page.waitForSelector(".task-filter");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.context().clearCookies();
        page.navigate(page.url().replaceFirst("/camunda/.*", "/login"));
        page.waitForSelector("input[name=password]");
        assertThat(findings(page, "body", GRAVE)).isEmpty();
        page.fill("input[name=username]", "supplier-desk");
        page.fill("input[name=password]", "sandbox");
        page.press("input[name=password]", "Enter");
        page.waitForSelector(".task-filter");
    }

    @SuppressWarnings("unchecked") // the script answers texts
    private static List<String> findings(Page page, String within, Set<String> impacts) {
        page.evaluate(AXE);
        return (List<String>) page.evaluate(FINDINGS, List.of(within, List.copyOf(impacts)));
    }

    private static String axe() {
        try (InputStream packed = Objects.requireNonNull(
                        AccessibilityBrowserTest.class.getResourceAsStream("/axe/axe-core-4.10.3.min.js.gz"));
                InputStream script = new GZIPInputStream(packed)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
