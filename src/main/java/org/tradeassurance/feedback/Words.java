package org.tradeassurance.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** Lists of words, one a line: whole words of letters with spaces between, parts of a text in Chinese. */
final class Words {

    private Words() {}

    /** A regular expression that matches each of them. */
    static String of(String file) {
        try {
            return new ClassPathResource(file)
                    .getContentAsString(UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(word -> !word.isEmpty() && !word.startsWith("#"))
                    .map(word -> word.codePoints().allMatch(c -> c < 128)
                            ? "\\b" + Pattern.quote(word) + "\\b"
                            : Pattern.quote(word))
                    .collect(Collectors.joining("|", "(?:", ")"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
