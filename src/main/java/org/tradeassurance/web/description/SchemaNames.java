package org.tradeassurance.web.description;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Names of schemas. What stands inside a controller or a record carries its name, so that no two of one simple name become one. */
final class SchemaNames extends TypeNameResolver {

    private static final String OURS = "org.tradeassurance.";

    private final Map<String, JavaType> types = new ConcurrentHashMap<>();
    private final Set<String> clashes = ConcurrentHashMap.newKeySet();

    @Override
    public String nameForType(JavaType type, Set<Options> options) {
        String name = super.nameForType(type, options);
        if (type.getRawClass().getName().startsWith(OURS)) {
            JavaType other = types.putIfAbsent(name, type);
            if (other != null && !other.equals(type)) {
                clashes.add("%s and %s are both called %s".formatted(other.toCanonical(), type.toCanonical(), name));
            }
        }
        return name;
    }

    /** @throws IllegalStateException if two types have one name, so that one would stand for the other */
    void requireUnique() {
        if (!clashes.isEmpty()) {
            throw new IllegalStateException("Rename one of each pair of the description: " + clashes);
        }
    }

    @Override
    protected String getNameOfClass(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        if (outer == null) {
            return type.getSimpleName();
        }
        String own = type.getSimpleName();
        String owner = getNameOfClass(outer).replaceFirst("(Controller|Request|View)$", "");
        return own.startsWith(owner) ? own : owner + own;
    }

    /** The class behind a schema; null if the schema is not one of ours. */
    @Nullable
    Class<?> typeOf(String name) {
        JavaType type = types.get(name);
        return type == null ? null : type.getRawClass();
    }
}
