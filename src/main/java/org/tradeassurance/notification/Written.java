package org.tradeassurance.notification;

import com.samskivert.mustache.Mustache;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the words of a model: templates like those of {@code mails.properties}, in both languages.
 *
 * @param more what its templates name beside {@link MailFacts}: parameters of the step, so that what somebody has typed is never a template
 */
record Written(String subjectEn, String subjectZh, String textEn, String textZh, Map<String, String> more) {

    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*[{&#^/]?\\s*(\\w+)\\s*}?\\s*}}");

    private static final Set<String> FACTS = Arrays.stream(MailFacts.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());

    /**
     * Reads what the model says.
     *
     * @throws IllegalStateException if it is at fault: a text is missing, cannot be read, or names what is not there
     */
    static Written of(Function<String, @Nullable String> said) {
        Map<String, String> more = new TreeMap<>();
        String[] texts = Stream.of("subjectEn", "subjectZh", "textEn", "textZh")
                .map(name -> given(name, said.apply(name)))
                .toArray(String[]::new);
        for (String text : texts) {
            Mustache.compiler().compile(text);
            NAME.matcher(text)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .filter(name -> !FACTS.contains(name))
                    .forEach(name -> more.put(name, given(name, said.apply(name))));
        }
        return new Written(texts[0], texts[1], texts[2], texts[3], more);
    }

    private static String given(String name, @Nullable String text) {
        if (text == null) {
            throw new IllegalStateException("A mail of a model needs the input parameter " + name);
        }
        return text;
    }

    String subject(Locale language) {
        return language.equals(Locale.CHINESE) ? subjectZh : subjectEn;
    }

    String text(Locale language) {
        return language.equals(Locale.CHINESE) ? textZh : textEn;
    }
}
