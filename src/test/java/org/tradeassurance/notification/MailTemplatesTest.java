package org.tradeassurance.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mail that code asks for has a text in both languages. */
class MailTemplatesTest {

    private static final Pattern ASKED = Pattern.compile("\\bmail\\([^;]*?\"([a-z]+(?:-[a-z]+)+)\"\\)");
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
