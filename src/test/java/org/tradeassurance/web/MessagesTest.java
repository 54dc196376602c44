package org.tradeassurance.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Problem;

/** Whatever people are told, they are told in both languages. */
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern FIELD_KEY = Pattern.compile("\"(field\\.[a-z.-]+)\"");

    private final Properties english = read("messages.properties", "mails.properties");
    private final Properties chinese = read("messages_zh.properties", "mails_zh.properties");

    private static Properties read(String... names) {
        Properties texts = new Properties();
        for (String name : names) {
            try (Reader in = Files.newBufferedReader(RESOURCES.resolve(name), StandardCharsets.UTF_8)) {
                texts.load(in);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return texts;
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(new TreeSet<>(chinese.stringPropertyNames()))
                .containsExactlyElementsOf(new TreeSet<>(english.stringPropertyNames()));
    }

    @Test
    void everyProblemHasATitleAndASentence() {
        assertThat(english.stringPropertyNames())
                .containsAll(Arrays.stream(Problem.values())
                        .map(problem -> "problem." + problem.code())
                        .flatMap(key -> Stream.of(key, key + ".detail"))
                        .toList());
    }

    @Test
    void everyStatusHasAName() {
        assertThat(english.stringPropertyNames())
                .containsAll(Arrays.stream(OrderStatus.values())
                        .map(status -> "status." + status)
                        .toList());
    }

    @Test
    void everySentenceAboutAFieldIsThere() throws IOException {
        Set<String> used;
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            used = sources.filter(path -> path.toString().endsWith(".java"))
                    .flatMap(MessagesTest::fieldKeys)
                    .collect(Collectors.toSet());
        }
        assertThat(english.stringPropertyNames()).containsAll(used);
    }

    /** These are always formatted, so an apostrophe is written twice. */
    @Test
    void problemsAndFieldsAreGoodMessageFormats() {
        for (Properties texts : new Properties[] {english, chinese}) {
            texts.forEach((key, text) -> {
                if (key.toString().startsWith("problem.") || key.toString().startsWith("field.")) {
                    new MessageFormat(text.toString());
                    assertThat(text.toString().replace("''", ""))
                            .as(key.toString())
                            .doesNotContain("'");
                }
            });
        }
    }

    /** {@code 40,000.00 USD}, as {@code Money} writes it: no text puts a currency beside a number by itself. */
    @Test
    void moneyIsWrittenInOneForm() {
        Pattern byItself = Pattern.compile("US\\$|\\{\\w+}+ ?(USD|美元)|(USD|美元) ?\\{+\\w+}");
        for (Properties texts : new Properties[] {english, chinese}) {
            texts.forEach((key, text) ->
                    assertThat(text.toString()).as(key.toString()).doesNotContainPattern(byItself));
        }
        assertThat(filesOfPeople())
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(file).content(StandardCharsets.UTF_8).doesNotContainPattern(byItself));
    }

    /** Forms, the pages and what Tasklist is given. */
    private static List<Path> filesOfPeople() {
        return Stream.of(Path.of("forms"), RESOURCES.resolve("static"), RESOURCES.resolve("pages"))
                .flatMap(MessagesTest::files)
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> fieldKeys(Path source) {
        try {
            return FIELD_KEY
                    .matcher(Files.readString(source))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
