package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our labels of the web applications against those that they come with. */
class LocaleTest {

    private static final String LOCALES = "META-INF/resources/webjars/camunda/app/%s/locales/%s";
    private static final Pattern GAP = Pattern.compile("\\{\\{\\s*\\w+\\s*}}|\\{}|</?(?:a|br|strong)\\b[^>]*>");
    private static final Pattern WORD = Pattern.compile("\\p{IsLatin}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final String BANNER = "BANNER_CE_EOL_TEXT";

    /** Proper names, and a pattern of dates. */
    private static final Set<String> IN_EVERY_LANGUAGE = Set.of(
            "Camunda", "Cockpit", "Camunda Cockpit", "Optimize", "ID", "ID*", "CSV", "JSON", "YYYY-MM-DDTHH:mm:ss");

    @ParameterizedTest
    @CsvSource({"tasklist, 412", "cockpit, 2460", "admin, 575", "welcome, 172"})
    void chineseHasEveryLabelWithItsGaps(String app, int count) throws IOException {
        Map<String, String> english = labels(shipped(app, "en.json"));
        english.put(BANNER, "");
        Map<String, String> chinese = labels(ours(app, "zh.json"));

        assertThat(chinese.keySet()).isEqualTo(english.keySet()).hasSize(count);
        assertThat(chinese)
                .allSatisfy((key, text) ->
                        assertThat(gaps(text)).as(key).isEqualTo(gaps(String.valueOf(english.get(key)))));
        assertThat(ours(app, "zh.json").path("dateLocales").path("months"))
                .hasSameSizeAs(shipped(app, "en.json").path("dateLocales").path("months"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void nothingIsLeftInEnglish(String app) throws IOException {
        Map<String, String> english = labels(shipped(app, "en.json"));

        assertThat(labels(ours(app, "zh.json"))).allSatisfy((key, text) -> {
            if (WORD.matcher(GAP.matcher(text).replaceAll("")).find()) {
                assertThat(CHINESE.matcher(text).find() || IN_EVERY_LANGUAGE.contains(text))
                        .as("%s: %s", key, text)
                        .isTrue();
            }
            if (text.isBlank()) {
                assertThat(english.get(key)).as(key).matches(said -> key.equals(BANNER) || said.length() <= 1);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void englishIsTheShippedOneWithoutBannerAndDates(String app) throws IOException {
        Map<String, String> shipped = labels(shipped(app, "en.json"));
        shipped.put(BANNER, "");

        assertThat(labels(ours(app, "en.json"))).isEqualTo(shipped);
        assertThat(ours(app, "en.json").has("dateLocales"))
                .as("would race the Chinese dates")
                .isFalse();
    }

    private static List<String> gaps(String text) {
        return GAP.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static Map<String, String> labels(JsonNode locale) {
        Map<String, String> labels = new TreeMap<>();
        locale.path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    private static JsonNode ours(String app, String file) throws IOException {
        return read(all(app, file).stream()
                .filter(url -> !url.getProtocol().equals("jar"))
                .findFirst()
                .orElseThrow());
    }

    private static JsonNode shipped(String app, String file) throws IOException {
        return read(all(app, file).stream()
                .filter(url -> url.getProtocol().equals("jar"))
                .findFirst()
                .orElseThrow());
    }

    private static List<URL> all(String app, String file) throws IOException {
        return Collections.list(LocaleTest.class.getClassLoader().getResources(LOCALES.formatted(app, file)));
    }

    /** The shipped files begin with a byte order mark. */
    private static JsonNode read(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return new ObjectMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
    }
}
