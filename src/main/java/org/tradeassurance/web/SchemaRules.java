package org.tradeassurance.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a schema requires and what may be null, as the code says it: what is not {@code @Nullable} is always there. */
record SchemaRules(SchemaNames names, Map<String, List<String>> requiredInRequests) {

    private static final String PREFIX = "#/components/schemas/";
    private static final String DECIMAL = "^\\d{1,15}(\\.\\d{1,2})?$";

    /** The forms of texts in requests, which the code checks itself so that it can name each fault. */
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("amount", DECIMAL),
            Map.entry("deposit", DECIMAL),
            Map.entry("adjustment", "^-?\\d{1,15}(\\.\\d{1,2})?$"),
            Map.entry("freight", DECIMAL),
            Map.entry("insurance", DECIMAL),
            Map.entry("quotaLimit", DECIMAL));

    void apply(OpenAPI api) {
        names.requireUnique();
        Components components = api.getComponents();
        Set<String> asked = new HashSet<>();
        Set<String> answered = new HashSet<>();
        for (Operation operation : operations(api)) {
            if (operation.getRequestBody() != null) {
                collect(operation.getRequestBody().getContent(), components, asked);
            }
            operation.getResponses().values().forEach(answer -> collect(answer.getContent(), components, answered));
        }
        components.getSchemas().forEach((name, schema) -> {
            Class<?> type = names.typeOf(name);
            if (type != null && schema.getProperties() != null) {
                boolean request = asked.contains(name) && !answered.contains(name);
                if (request) {
                    forms(schema);
                    schema.setAdditionalProperties(false);
                }
                require(schema, request ? requiredInRequests.getOrDefault(name, List.of()) : List.of(), type);
            }
        });
    }

    static List<Operation> operations(OpenAPI api) {
        return api.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .toList();
    }

    private static void collect(@Nullable Content content, Components components, Set<String> names) {
        if (content != null) {
            content.values().forEach(media -> collect(media.getSchema(), components, names));
        }
    }

    private static void collect(@Nullable Schema<?> schema, Components components, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(PREFIX.length());
            if (names.add(name)) {
                collect(components.getSchemas().get(name), components, names);
            }
        }
        collect(schema.getItems(), components, names);
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            collect(values, components, names);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> collect(property, components, names));
        }
    }

    private static void forms(Schema<?> schema) {
        FORMS.forEach((field, form) -> {
            Schema<?> property = schema.getProperties().get(field);
            if (property != null && property.get$ref() == null) {
                Schema<?> copy = AnnotationsUtils.clone(property, true);
                copy.setPattern(form);
                schema.getProperties().put(field, copy);
            }
        });
    }

    private static void require(Schema<?> schema, List<String> named, Class<?> type) {
        Set<String> required = new LinkedHashSet<>();
        List.copyOf(schema.getProperties().keySet()).forEach(name -> {
            Method accessor = accessor(type, name);
            boolean mayBeNull =
                    accessor != null && accessor.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
            boolean leftOut = accessor != null && (leavesOut(accessor) || leavesOut(type));
            if (named.contains(name) || !mayBeNull) {
                required.add(name);
            } else if (leftOut) {
                return;
            } else {
                schema.getProperties().computeIfPresent(name, (same, property) -> orNull(property));
                if (!Boolean.FALSE.equals(schema.getAdditionalProperties())) {
                    required.add(name);
                }
            }
        });
        schema.setRequired(required.isEmpty() ? null : new ArrayList<>(required));
    }

    private static @Nullable Method accessor(Class<?> type, String property) {
        try {
            return type.getDeclaredMethod(property);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static boolean leavesOut(AnnotatedElement element) {
        JsonInclude include = element.getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    private static Schema<?> orNull(Schema<?> schema) {
        Schema<Object> nothing = new Schema<>();
        nothing.addType("null");
        if (schema.get$ref() != null || schema.getEnum() != null) {
            return new Schema<>().anyOf(List.of(schema, nothing));
        }
        Set<String> types = new LinkedHashSet<>(Objects.requireNonNullElse(schema.getTypes(), Set.of()));
        if (types.isEmpty() && schema.getType() != null) {
            types.add(schema.getType());
        }
        if (types.isEmpty()) {
            return schema;
        }
        Schema<?> copy = AnnotationsUtils.clone(schema, true);
        types.add("null");
        copy.setTypes(types);
        return copy;
    }
}
