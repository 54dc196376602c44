package org.tradeassurance.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mail that code asks for has a text in both languages, and names nothing but facts that there are. */
class MailTemplatesTest {

    private static final Pattern ASKED =
            Pattern.compile("\\b(?:mail|toBuyer|toSupplier)\\([^;]*?\"([a-z]+(?:-[a-z]+)+)\"[,)]");
    private static final Pattern NAME = Pattern.compile("\\{\\{([A-Za-z]+)}}");
    private static final Pattern WRITTEN = Pattern.compile("(?m)^mail\\.([a-z-]+)\\.(subject|body)=.+");

    @ParameterizedTest
    @ValueSource(strings = {"mails.properties", "mails_zh.properties"})
    void everyMailHasSubjectAndBody(String file) {
        Set<String> written = found(WRITTEN, read(Path.of("src/main/resources", file)));
        List<String> needed = new java.util.ArrayList<>(templatesAskedFor());
        needed.addAll(List.of(
                "reminder",
                "payment-reminder",
                "receipt-reminder",
                "shipment-reminder",
                "refund-due",
                "tasks-overdue"));
        assertThat(needed).allSatisfy(template -> assertThat(written).contains(template));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mails.properties", "mails_zh.properties"})
    void everyMailCanBeFilled(String file) throws ReflectiveOperationException {
        MailFacts facts = facts(name -> "<%s> & 'co'".formatted(name));
        for (String text : texts(file)) {
            assertThat(MailTexts.filled(text, facts))
                    .as("plain text, with every name filled: %s", text)
                    .isEqualTo(NAME.matcher(text).replaceAll("<$1> & 'co'"));
        }
    }

    @Test
    void whatAnOrderDoesNotHaveIsADash() throws ReflectiveOperationException {
        assertThat(MailTexts.filled("Please ship by {{shipDate}}", facts(name -> null)))
                .isEqualTo("Please ship by -");
    }

    @Test
    void aNameThatNobodyKnowsIsAFailureAndNotABlank() throws ReflectiveOperationException {
        MailFacts facts = facts(name -> name);
        assertThatThrownBy(() -> MailTexts.filled("Order {{oderNo}}", facts)).hasMessageContaining("oderNo");
    }

    @Test
    void everyFactIsSaidInSomeMail() {
        Set<String> said = found(NAME, read(Path.of("src/main/resources/mails.properties")));
        assertThat(Arrays.stream(MailFacts.class.getRecordComponents()).map(RecordComponent::getName))
                .isSubsetOf(said);
    }

    private static MailFacts facts(UnaryOperator<@Nullable String> byName) throws ReflectiveOperationException {
        Object[] values = Arrays.stream(MailFacts.class.getRecordComponents())
                .map(fact -> byName.apply(fact.getName()))
                .toArray();
        return (MailFacts) MailFacts.class.getDeclaredConstructors()[0].newInstance(values);
    }

    private static Collection<String> texts(String file) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(read(Path.of("src/main/resources", file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames().stream().map(texts::getProperty).toList();
    }

    @Test
    void theSourceIsReadRightly() {
        assertThat(templatesAskedFor()).contains("order-invitation", "goods-shipped");
    }

    private static Set<String> templatesAskedFor() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Set<String> templates = new TreeSet<>();
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> templates.addAll(found(ASKED, read(file))));
            return templates;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
