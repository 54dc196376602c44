package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Payers, parties and staff write facts of a task; a form shows them as they were written, and nothing in them acts or stands out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlainTextBrowserTest extends BrowserTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String WRITTEN = """
            **MARK** __MARK__ [MARK](http://example.com) <b>MARK</b> `MARK` ~~MARK~~ {{orderNo}} &amp; \\ www.example.com MARK@example.com
            # MARK

            1. MARK
            - MARK
            > MARK

                MARK
            | MARK | MARK |
            |---|---|""";

    private int shown;

    static Stream<String> desks() {
        return Stream.of(DeskTask.values()).map(work -> work.desk).distinct();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("desks")
    void whatOthersWroteStandsInTheFormsAsTheyWroteIt(String desk) throws IOException {
        Page page = browser.open("en-GB", desk, TASKLIST);
        page.route("**/form-variables*", PlainTextBrowserTest::writtenByOthers);
        for (DeskTask work : DeskTask.values()) {
            if (work.desk.equals(desk)) {
                shows(page, work);
            }
        }
    }

    private void shows(Page page, DeskTask work) throws IOException {
        String card = waiting(work);
        // The form of the task before is none any more.
        page.evaluate("document.querySelectorAll('.fjs-form').forEach(form => form.classList.remove('fjs-form'))");
        open(page, work, card, "en");
        PlaywrightAssertions.assertThat(page.locator(".fjs-form").first())
                .containsText(
                        "MARK", new LocatorAssertions.ContainsTextOptions().setTimeout((double) PATIENCE.toMillis()));

        String facts =
                String.join("", page.locator(".fjs-form .fjs-form-field-text").allTextContents());
        int written = (facts.length() - facts.replace(WRITTEN, "").length()) / WRITTEN.length();
        assertThat(written).as(work + ": " + facts).isEqualTo(factsInTexts(work));
        assertThat(facts.replace(WRITTEN, "")).as(work.name()).doesNotContain("MARK", "&#", "⚠");
        assertThat(page.locator(".fjs-form :is(a, b, strong, em, del, code, pre, h1, li, blockquote, table p, td *)")
                        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("MARK|example")))
                        .allTextContents())
                .isEmpty();
        browser.picture(page, "plain-" + work.name().toLowerCase(Locale.ROOT));
        shown += written;
    }

    @AfterAll
    void eachFormShowedSome() {
        assertThat(shown).isGreaterThan(DeskTask.values().length);
    }

    private static void writtenByOthers(Route route) {
        try {
            ObjectNode variables = (ObjectNode) JSON.readTree(route.fetch().text());
            for (JsonNode variable : variables) {
                ObjectNode fact = (ObjectNode) variable;
                if (fact.path("type").asText().equals("String")) {
                    fact.put("value", WRITTEN);
                } else if (fact.path("type").asText().equals("Json")) {
                    fact.put("value", cells(JSON.readTree(fact.path("value").asText())));
                }
            }
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(variables.toString()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cells(JsonNode rows) {
        for (JsonNode row : rows) {
            row.fieldNames().forEachRemaining(cell -> ((ObjectNode) row).set(cell, new TextNode(WRITTEN)));
        }
        return rows.toString();
    }

    private static int factsInTexts(DeskTask work) throws IOException {
        String form = work.element.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return (int) Pattern.compile("\\{\\{\\w+}}")
                .matcher(Files.readString(Path.of("forms", form + ".form")))
                .results()
                .count();
    }
}
