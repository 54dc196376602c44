package org.tradeassurance.feedback;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a comment must not contain (FBK-03). Full-width characters count as the plain ones they look like. */
enum ForbiddenContent {
    /** Looser than an address that somebody gives as his: it is looked for in what may hide it. */
    EMAIL("[\\p{L}\\d._%+-]+\\s?@\\s?[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+"),
    URL("\\b(?:https?|ftp)\\s?:\\s?//|\\bwww\\.\\S|\\b[a-z\\d-]{2,}\\.(?:com|net|org|biz|info|cn|hk|tw)\\b"),
    PHONE("\\d") {
        @Override
        boolean isIn(String text) {
            return super.isIn(text) && PhoneNumbers.in(text);
        }
    },
    PROFANITY(Words.of("forbidden-words.txt"));

    /** Dates are no phone numbers, though they have as many digits. */
    private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d\\b");

    private final Pattern pattern;

    ForbiddenContent(String regex) {
        this.pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    static Optional<ForbiddenContent> in(String text) {
        String plain =
                DATE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(" ");
        for (ForbiddenContent content : values()) {
            if (content.isIn(plain)) {
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
