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
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Our labels of Tasklist against those that it comes with. */
class LocaleTest {

    private static final String LOCALES = "META-INF/resources/webjars/camunda/app/tasklist/locales/";
    private static final Pattern GAP = Pattern.compile("\\{\\{\\s*\\w+\\s*}}");

    @Test
    void chineseHasEveryLabelOfTasklistWithItsGaps() throws IOException {
        Map<String, String> english = labels(shipped("en.json"));
        Map<String, String> chinese = labels(ours("zh.json"));

        assertThat(chinese.keySet()).isEqualTo(english.keySet()).hasSizeGreaterThan(400);
        assertThat(chinese)
                .allSatisfy((key, text) ->
                        assertThat(gaps(text)).as(key).isEqualTo(gaps(String.valueOf(english.get(key)))));
        assertThat(ours("zh.json").path("dateLocales").path("months")).hasSize(12);
    }

    @Test
    void englishIsTheShippedOneWithoutBannerAndDates() throws IOException {
        Map<String, String> shipped = labels(shipped("en.json"));
        shipped.put("BANNER_CE_EOL_TEXT", "");

        assertThat(labels(ours("en.json"))).isEqualTo(shipped);
        assertThat(ours("en.json").has("dateLocales"))
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

    private static JsonNode ours(String file) throws IOException {
        return read(all(file).stream()
                .filter(url -> !url.getProtocol().equals("jar"))
                .findFirst()
                .orElseThrow());
    }

    private static JsonNode shipped(String file) throws IOException {
        return read(all(file).stream()
                .filter(url -> url.getProtocol().equals("jar"))
                .findFirst()
                .orElseThrow());
    }

    private static List<URL> all(String file) throws IOException {
        return Collections.list(LocaleTest.class.getClassLoader().getResources(LOCALES + file));
    }

    /** The shipped files begin with a byte order mark. */
    private static JsonNode read(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return new ObjectMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
    }
}
