package org.tradeassurance.web.description;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * What {@code description.yaml} says about the calls of the interface in words.
 *
 * @param calls by method and path, each parameter as {@code {}}
 * @param tags the chapters, each with its sentence
 */
record CallWords(Map<String, Call> calls, Map<String, String> tags) {

    private static final String FILE = "description.yaml";

    /**
     * One call.
     *
     * @param description more than the summary, where there is more to know
     * @param headers that a success carries
     */
    record Call(
            String id,
            String tag,
            String summary,
            @Nullable String description,
            @Nullable List<String> headers) {}

    static CallWords read() {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            return new YAMLMapper().readValue(in, CallWords.class);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** What is said of a call; null if nobody has written it yet. */
    @Nullable
    Call of(String method, String path) {
        return calls.get(method + " " + path.replaceAll("\\{[^}]+}", "{}"));
    }
}
