package org.tradeassurance.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Holds real answers against the description that the application serves: status, code, media type and every field. */
public final class Conformance {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final JsonNode api;
    private final ObjectNode components;
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    public Conformance(JsonNode api) {
        this.api = api;
        this.components = api.path("components").deepCopy();
        components.path("schemas").properties().stream()
                .filter(schema -> !schema.getKey().equals("Problem"))
                .forEach(schema -> close(schema.getValue()));
    }

    /** What an answer may hold beyond its schema is a fault here, though callers must bear it. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && schema.has("properties") && !schema.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }

    /** The path of the description that an address belongs to; empty if none. */
    public Optional<String> pathOf(String method, String address) {
        String path = address.replaceFirst("\\?.*", "");
        List<String> found = new ArrayList<>();
        api.path("paths").properties().forEach(entry -> {
            if (entry.getValue().has(method.toLowerCase(Locale.ROOT))
                    && path.matches(entry.getKey().replaceAll("\\{[^}]+}", "[^/]+"))) {
                found.add(entry.getKey());
            }
        });
        return found.stream()
                .min(Comparator.comparing(
                        template -> template.chars().filter(c -> c == '{').count()));
    }

    /** What is wrong with an answer of a described call. */
    public List<String> faults(String method, String path, Api.Answer answer) {
        JsonNode described = api.path("paths")
                .path(path)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses")
                .path(Integer.toString(answer.status()));
        if (described.isMissingNode()) {
            return List.of("status %d is not described: %s".formatted(answer.status(), answer.body()));
        }
        List<String> faults = new ArrayList<>();
        JsonNode codes = described.path("x-codes");
        if (answer.status() >= 400 && !codes.toString().contains("\"" + answer.code() + "\"")) {
            faults.add("code %s of status %d is not described".formatted(answer.code(), answer.status()));
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode content = described.path("content");
        if (content.isEmpty()) {
            if (!answer.body().isMissingNode()) {
                faults.add("a body that is not described");
            }
            return faults;
        }
        JsonNode schema = content.path(type).path("schema");
        if (schema.isMissingNode()) {
            faults.add("media type %s is not described".formatted(type));
        } else {
            schema(schema).validate(answer.body()).stream()
                    .map(ValidationMessage::getMessage)
                    .forEach(faults::add);
        }
        return faults;
    }

    private JsonSchema schema(JsonNode schema) {
        return Objects.requireNonNull(compiled.computeIfAbsent(schema.toString(), text -> {
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            root.setAll((ObjectNode) schema);
            root.set("components", components);
            return SCHEMAS.getSchema(root);
        }));
    }
}
