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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tradeassurance.acceptance.Api.Answer;
import org.tradeassurance.order.Problem;

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

    private static final String PROBLEM_JSON = "application/problem+json";

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
        return TO_THE_FILE.addresses.keySet().stream()
                .flatMap(path -> TO_THE_FILE.methods(path).stream().map(method -> method + " " + path))
                .toList();
    }

    /** What is not described at all is left alone. */
    void check(String method, String address, Answer answer) {
        List<String> paths = pathsOf(address);
        if (paths.isEmpty()) {
            return;
        }
        Optional<String> path =
                paths.stream().filter(each -> methods(each).contains(method)).findFirst();
        String what = method + " " + path.orElse(address) + " " + answer.status();
        assertThat(path.map(each -> faults(call(each, method), answer)).orElseGet(() -> faults(paths, answer)))
                .as("%s, held against %s: %s", what, FILE, answer.body())
                .isEmpty();
        seen.add(what);
        seen.add(answer.code());
    }

    /** The paths of the description that an address belongs to, the plainest first. */
    private List<String> pathsOf(String address) {
        String plain = address.replaceFirst("\\?.*", "");
        return addresses.entrySet().stream()
                .filter(path -> path.getValue().matcher(plain).matches())
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(
                        path -> path.chars().filter(c -> c == '{').count()))
                .toList();
    }

    private Set<String> methods(String path) {
        return api.path("paths").path(path).properties().stream()
                .map(call -> call.getKey().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private JsonNode call(String path, String method) {
        return api.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    }

    /** A method that no path of an address has belongs to no call: its answer is a problem that names the methods there are. */
    private List<String> faults(List<String> paths, Answer answer) {
        Set<String> told =
                Set.of(answer.headers().firstValue("Allow").orElse("").split(", ", -1));
        Set<String> described =
                paths.stream().flatMap(path -> methods(path).stream()).collect(Collectors.toSet());
        JsonNode refused = call(paths.get(0), described.iterator().next())
                .path("responses")
                .path("default");
        List<String> faults = new ArrayList<>(bodyFaults(refused.path("content"), answer));
        if (answer.status() != 405 || !answer.code().equals("method-not-allowed")) {
            faults.add("a method that is not described is answered " + answer.status());
        }
        if (!told.equals(described)) {
            faults.add("Allow names " + told + ", described are " + described);
        }
        return faults;
    }

    private List<String> faults(JsonNode call, Answer answer) {
        JsonNode described = call.path("responses").path(Integer.toString(answer.status()));
        if (described.isMissingNode()) {
            return List.of("the status is not described");
        }
        JsonNode content = described.path("content");
        if (content.isEmpty() && answer.body().isMissingNode()) {
            return headerFaults(described, answer);
        }
        return Stream.of(codeFaults(content, answer), headerFaults(described, answer), bodyFaults(content, answer))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> bodyFaults(JsonNode content, Answer answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        return content.has(type)
                ? schema(content.path(type).path("schema")).validate(answer.body()).stream()
                        .map(ValidationMessage::getMessage)
                        .toList()
                : List.of("the media type " + type + " is not described");
    }

    /** Its own code, and whether it says when to come again. */
    private static List<String> codeFaults(JsonNode content, Answer answer) {
        if (answer.status() < 400) {
            return List.of();
        }
        if (!content.path(PROBLEM_JSON).path("examples").has(answer.code())) {
            return List.of("the code " + answer.code() + " is not described");
        }
        Problem problem = Problem.valueOf(answer.code().toUpperCase(Locale.ROOT).replace('-', '_'));
        boolean again = answer.headers().firstValue("Retry-After").isPresent();
        return again == problem.saysWhenAgain() ? List.of() : List.of("Retry-After is sent: " + again);
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
