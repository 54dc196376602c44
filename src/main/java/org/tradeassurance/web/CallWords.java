package org.tradeassurance.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code description.yaml} says about the calls of the interface. */
record CallWords(Map<String, Call> calls, Map<String, List<String>> common, Map<String, List<String>> required) {

    private static final String FILE = "description.yaml";

    /**
     * One call.
     *
     * @param codes its own problems, beside those of all calls of its kind
     * @param created whether it answers with the Location of something new
     * @param versioned whether it answers with an ETag
     */
    record Call(
            String id, String tag, String summary, @Nullable List<String> codes, boolean created, boolean versioned) {}

    /** What is said of a call; null if nobody has written it yet. */
    @Nullable
    Call of(String method, String path) {
        return calls.get(method + " " + path.replaceFirst("^/api/v1", "").replaceAll("\\{[^}]+}", "{}"));
    }

    List<String> codesOf(String kind) {
        return common.getOrDefault(kind, List.of());
    }

    static CallWords read() {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return JsonMapper.builder().findAndAddModules().build().convertValue(tree, CallWords.class);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
