package org.tradeassurance.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** What a comment must not contain (FBK-03). Full-width characters count as the plain ones they look like. */
enum ForbiddenContent {
    EMAIL("[\\p{L}\\d._%+-]+\\s?@\\s?[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+"),
    URL("\\b(?:https?|ftp)\\s?:\\s?//|\\bwww\\.\\S|\\b[a-z\\d-]{2,}\\.(?:com|net|org|biz|info|cn|hk|tw)\\b"),
    PHONE("(?<![\\d.,])\\+?\\(?\\d(?:[\\s().-]{0,2}\\d){6,}(?![.,]\\d)"),
    PROFANITY(words());

    /** Dates are no phone numbers, though they have as many digits. */
    private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d\\b");

    private final Pattern pattern;

    ForbiddenContent(String regex) {
        this.pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static Optional<ForbiddenContent> in(String text) {
        String plain =
                DATE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(" ");
        for (ForbiddenContent content : values()) {
            if (content.pattern.matcher(plain).find()) {
                return Optional.of(content);
            }
        }
        return Optional.empty();
    }

    /** The message that says so, such as {@code feedback.forbidden.email}. */
    String messageKey() {
        return "feedback.forbidden." + name().toLowerCase(Locale.ROOT);
    }

    /** The words of {@code forbidden-words.txt}: whole words of letters with spaces between, parts of a text in Chinese. */
    private static String words() {
        try {
            return new ClassPathResource("forbidden-words.txt")
                    .getContentAsString(UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(word -> !word.isEmpty() && !word.startsWith("#"))
                    .map(word -> word.codePoints().allMatch(c -> c < 128)
                            ? "\\b" + Pattern.quote(word) + "\\b"
                            : Pattern.quote(word))
                    .collect(Collectors.joining("|"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
