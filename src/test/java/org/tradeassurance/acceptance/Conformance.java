package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tradeassurance.acceptance.Api.Answer;

/** Holds every answer that a test gets against the published description: status, headers, code, media type and each field. */
public final class Conformance {

    /** As the repository keeps it; {@code DescriptionFileTest} holds it against the one that is served. */
    public static final Path FILE = Path.of("src/docs/openapi.json");

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig WITH_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    /** The headers that callers act on. */
    private static final Set<String> HEADERS =
            Set.of("Location", "ETag", "Retry-After", "Idempotency-Replayed", "Preference-Applied");

    /** Those of them that are never missing where they are described. */
    private static final Set<String> ALWAYS = Set.of("Location", "ETag");

    static final Conformance TO_THE_FILE = new Conformance(read());

    private final JsonNode api;
    private final ObjectNode components;
    private final Map<String, Pattern> addresses = new HashMap<>();
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private Conformance(JsonNode api) {
        this.api = api;
        this.components = api.path("components").deepCopy();
        components.path("schemas").forEach(Conformance::close);
        api.path("paths")
                .fieldNames()
                .forEachRemaining(path -> addresses.put(path, Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+"))));
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(FILE.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an answer may hold beyond its schema is a fault here, though callers must bear it. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && schema.has("properties") && !schema.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }

    /** What was seen and found to conform: method, path and status, and the codes of problems. */
    static Set<String> seen() {
        return TO_THE_FILE.seen;
    }

    /** The calls that are described, as method and path. */
    static List<String> calls() {
        List<String> calls = new ArrayList<>();
        TO_THE_FILE
                .api
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return calls;
    }

    void check(String method, String address, Answer answer) {
        Optional<String> path = pathOf(method, address);
        if (path.isEmpty()) {
            return;
        }
        JsonNode call = api.path("paths").path(path.get()).path(method.toLowerCase(Locale.ROOT));
        String what = method + " " + path.get() + " " + answer.status();
        assertThat(faults(call, answer))
                .as("%s, held against %s: %s", what, FILE, answer.body())
                .isEmpty();
        seen.add(what);
        seen.add(answer.code());
    }

    /** The path of the description that an address belongs to; empty if none. */
    private Optional<String> pathOf(String method, String address) {
        String plain = address.replaceFirst("\\?.*", "");
        return addresses.entrySet().stream()
                .filter(path -> path.getValue().matcher(plain).matches())
                .map(Map.Entry::getKey)
                .filter(path -> api.path("paths").path(path).has(method.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparing(
                        path -> path.chars().filter(c -> c == '{').count()));
    }

    private List<String> faults(JsonNode call, Answer answer) {
        JsonNode described = call.path("responses").path(Integer.toString(answer.status()));
        if (described.isMissingNode()) {
            return List.of("the status is not described");
        }
        JsonNode content = described.path("content");
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        if (content.isEmpty() && answer.body().isMissingNode()) {
            return headerFaults(described, answer);
        }
        JsonNode body = content.path(type);
        if (body.isMissingNode()) {
            return List.of("the media type " + type + " is not described");
        }
        return Stream.of(
                        codeFaults(body, answer),
                        headerFaults(described, answer),
                        schema(body.path("schema")).validate(answer.body()).stream()
                                .map(ValidationMessage::getMessage)
                                .toList())
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> codeFaults(JsonNode body, Answer answer) {
        return answer.status() < 400 || body.path("examples").has(answer.code())
                ? List.of()
                : List.of("the code " + answer.code() + " is not described");
    }

    private static List<String> headerFaults(JsonNode described, Answer answer) {
        return HEADERS.stream()
                .filter(name -> {
                    boolean sent = answer.headers().firstValue(name).isPresent();
                    boolean told = described.path("headers").has(name);
                    return sent ? !told : told && ALWAYS.contains(name);
                })
                .map(name -> "the header " + name + " is sent and not described, or described and not sent")
                .toList();
    }

    private JsonSchema schema(JsonNode schema) {
        return Objects.requireNonNull(compiled.computeIfAbsent(schema.toString(), text -> {
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            root.setAll((ObjectNode) schema);
            root.set("components", components);
            return SCHEMAS.getSchema(root, WITH_FORMATS);
        }));
    }
}
