package org.tradeassurance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The published description of the interface: its operations, and bodies that fit their schemas. */
record Description(JsonNode api) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** Values that the business takes, by the name of their field. */
    private static final Map<String, String> SENSIBLE = Map.ofEntries(
            Map.entry("supplierId", "S-1001"),
            Map.entry("email", "acme@example.com"),
            Map.entry("country", "GB"),
            Map.entry("destination", "GB"),
            Map.entry("accountType", "OVERSEAS_FREE"),
            Map.entry("origin", "SUPPLIER_DRAFT"),
            Map.entry("transport", "SEA"),
            Map.entry("tradeTerm", "FOB"),
            Map.entry("coverage", "POST_DELIVERY"),
            Map.entry("methods", "TT"),
            Map.entry("quantity", "2"),
            Map.entry("unitPrice", "50.00"),
            Map.entry("deposit", "10.00"),
            Map.entry("adjustment", "0.00"),
            Map.entry("freight", "0.00"),
            Map.entry("insurance", "0.00"),
            Map.entry("amount", "5.00"),
            Map.entry("quotaLimit", "119000.00"),
            Map.entry("currency", "USD"),
            Map.entry("method", "TT"),
            Map.entry("region", "CN"),
            Map.entry("date", "2015-12-20"),
            Map.entry("clearedOn", "2015-11-01"),
            Map.entry("receivedAt", "2015-11-01T00:00:00Z"));

    /** A call of the interface. */
    record Operation(String method, String path, JsonNode node) {

        List<JsonNode> parameters(String in) {
            List<JsonNode> found = new ArrayList<>();
            node.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals(in)) {
                    found.add(parameter);
                }
            });
            return found;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        operations.add(new Operation(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                operation.getValue()));
                    }
                }));
        return operations;
    }

    /** A body that fits the operation's schema; null if it takes none. */
    @Nullable
    JsonNode body(Operation operation) {
        JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? null : sample("", schema);
    }

    private JsonNode sample(String name, JsonNode schema) {
        if (schema.has("$ref")) {
            return sample(name, api.at(schema.path("$ref").asText().substring(1)));
        }
        if (schema.has("anyOf")) {
            return sample(name, schema.path("anyOf").path(0));
        }
        if (schema.has("properties")) {
            ObjectNode object = JSON.objectNode();
            schema.path("properties")
                    .properties()
                    .forEach(property -> object.set(property.getKey(), sample(property.getKey(), property.getValue())));
            return object;
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asText() : type.asText()) {
            case "array" -> array(sample(name, schema.path("items")));
            case "boolean" -> JSON.booleanNode(true);
            case "integer", "number" -> JSON.numberNode(1);
            case "object" -> JSON.objectNode();
            default -> JSON.textNode(text(name, schema));
        };
    }

    private static ArrayNode array(JsonNode item) {
        return JSON.arrayNode().add(item);
    }

    private static String text(String name, JsonNode schema) {
        String sensible = SENSIBLE.get(name);
        if (sensible != null) {
            return sensible;
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0).asText();
        }
        return schema.has("example") ? schema.path("example").asText() : "Text";
    }
}
