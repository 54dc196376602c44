package org.tradeassurance.process.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody typed or pasted into a field of a form, as the form means it. The page understands the same (forms.js) and shows it, so
 * that nobody is surprised.
 */
final class TypedText {

    /** As loose as the page's: what is more than one address is refused where the draft is read. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    /** An amount as screens and letters write it: in groups of three, the currency before or behind. */
    private static final Pattern GROUPED = Pattern.compile(
            "(?:USD|US\\$|\\$)? ?((?:[1-9][0-9]{0,2}(?:[, '][0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?) ?(?:USD)?",
            Pattern.CASE_INSENSITIVE);

    private TypedText() {}

    /** Text without blanks around it; where the field names a form for it, in that form if the text can be read so. */
    static String understood(JsonNode field, String text) {
        String trimmed = EDGES.matcher(text).replaceAll("");
        Predicate<String> fits = form(field.path("validate"));
        if (fits.test(trimmed)) {
            return trimmed;
        }
        String narrow = EDGES.matcher(Normalizer.normalize(trimmed, Normalizer.Form.NFKC))
                .replaceAll("");
        return Stream.of(narrow, ungrouped(narrow), narrow.toUpperCase(Locale.ROOT))
                .filter(fits)
                .findFirst()
                .orElse(trimmed);
    }

    static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    private static Predicate<String> form(JsonNode rules) {
        String pattern = rules.path("pattern").asText("");
        if (!pattern.isEmpty()) {
            return Pattern.compile(pattern).asPredicate();
        }
        return rules.path("validationType").asText().equals("email") ? TypedText::isEmail : text -> true;
    }

    private static String ungrouped(String text) {
        Matcher amount = GROUPED.matcher(text);
        return amount.matches() ? amount.group(1).replaceAll("[, ']", "") : text;
    }
}
