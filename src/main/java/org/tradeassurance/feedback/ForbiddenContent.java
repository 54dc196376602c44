package org.tradeassurance.feedback;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a comment must not contain (FBK-03). Full-width characters count as the plain ones they look like. */
enum ForbiddenContent {
    EMAIL("[\\p{L}\\d._%+-]+\\s?@\\s?[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+"),
    URL("\\b(?:https?|ftp)\\s?:\\s?//|\\bwww\\.\\S|\\b[a-z\\d-]{2,}\\.(?:com|net|org|biz|info|cn|hk|tw)\\b"),
    PHONE(PhoneNumbers::in),
    PROFANITY(Words.of("forbidden-words.txt"));

    /** Dates are no phone numbers, though they have as many digits. */
    private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d\\b");

    private final Predicate<String> found;

    ForbiddenContent(String regex) {
        this(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .asPredicate());
    }

    ForbiddenContent(Predicate<String> found) {
        this.found = found;
    }

    static Optional<ForbiddenContent> in(String text) {
        String plain =
                DATE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(" ");
        for (ForbiddenContent content : values()) {
            if (content.found.test(plain)) {
                return Optional.of(content);
            }
        }
        return Optional.empty();
    }

    /** The message that says so, such as {@code feedback.forbidden.email}. */
    String messageKey() {
        return "feedback.forbidden." + name().toLowerCase(Locale.ROOT);
    }
}
