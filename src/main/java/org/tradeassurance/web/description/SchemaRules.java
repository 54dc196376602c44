package org.tradeassurance.web.description;

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
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a schema requires and what may be null, as its record says it: what is not {@code @Nullable} is always there. In an answer the rest
 * is there too, as null, unless {@code @JsonInclude} leaves it out; in a request it may be left out.
 */
record SchemaRules(SchemaNames names) {

    void apply(OpenAPI api) {
        names.requireUnique();
        Components components = api.getComponents();
        Set<String> answered = new HashSet<>();
        for (Operation operation : operations(api)) {
            operation.getResponses().values().forEach(answer -> collect(answer.getContent(), components, answered));
        }
        components.getSchemas().forEach((name, schema) -> {
            Class<?> type = names.typeOf(name);
            if (type != null && type.isRecord() && schema.getProperties() != null) {
                complete(schema, type, answered.contains(name));
                if (!answered.contains(name)) {
                    schema.setAdditionalProperties(false);
                }
            }
        });
    }

    private static List<Operation> operations(OpenAPI api) {
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
            String name = schema.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length());
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

    private static void complete(Schema<?> schema, Class<?> type, boolean answer) {
        Set<String> required = new LinkedHashSet<>(Objects.requireNonNullElse(schema.getRequired(), List.of()));
        schema.getProperties().replaceAll((name, property) -> {
            Method accessor = accessor(type, name);
            if (required.contains(name) || !accessor.getAnnotatedReturnType().isAnnotationPresent(Nullable.class)) {
                required.add(name);
                return property;
            }
            if (leavesOut(accessor) || leavesOut(type)) {
                return property;
            }
            if (answer) {
                required.add(name);
            }
            return orNull(property);
        });
        schema.setRequired(required.isEmpty() ? null : new ArrayList<>(required));
    }

    private static Method accessor(Class<?> type, String property) {
        try {
            return type.getDeclaredMethod(property);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("%s is no part of %s".formatted(property, type), e);
        }
    }

    private static boolean leavesOut(AnnotatedElement element) {
        JsonInclude include = element.getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new Schema<>().anyOf(List.of(schema, new Schema<>().types(Set.of("null"))));
        }
        if (schema.getTypes() == null) {
            return schema;
        }
        Schema<?> copy = AnnotationsUtils.clone(schema, true);
        copy.addType("null");
        return copy;
    }
}
