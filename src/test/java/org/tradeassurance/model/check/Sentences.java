package org.tradeassurance.model.check;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of the check, in Chinese and English; those about tables and steps are also said when they are deployed. */
final class Sentences {

    private static final String OWN = "org.tradeassurance.model.check.findings";
    private static final String DEPLOYED = "tables";

    /** A hint that has nothing to say. */
    private static final Pattern NOTHING_NEAR = Pattern.compile("; the nearest is -|；最接近的是 -");

    private Sentences() {}

    static String say(Locale language, String key, Object... said) {
        return say(language, key, texts(said));
    }

    static String say(Locale language, String key, List<String> said) {
        String sentence = bundle(key.startsWith("table.") || key.startsWith("model.") ? DEPLOYED : OWN, language)
                .getString(key);
        for (int i = 0; i < said.size(); i++) {
            sentence = sentence.replace("{" + i + "}", said.get(i));
        }
        return NOTHING_NEAR.matcher(sentence).replaceAll("");
    }

    static List<String> texts(Object... said) {
        return Arrays.stream(said)
                .map(one -> one instanceof Collection<?> some
                        ? some.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        : String.valueOf(one))
                .toList();
    }

    private static ResourceBundle bundle(String name, Locale language) {
        return ResourceBundle.getBundle(
                name, language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
