package org.tradeassurance.start;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.PlaceholderResolutionException;

/** A setting that is missing, or is none of its kind: letters where a number belongs. Spring Boot itself says it of those in groups only. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SettingAnalyzer extends AbstractFailureAnalyzer<Throwable> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, Throwable cause) {
        PlaceholderResolutionException missing = findCause(failure, PlaceholderResolutionException.class);
        if (missing != null) {
            return new FailureAnalysis(
                    "Set " + missing.getPlaceholder() + ": it has no value, and there is none to go by.",
                    null,
                    failure);
        }
        UnsatisfiedDependencyException unset = findCause(failure, UnsatisfiedDependencyException.class);
        TypeMismatchException mismatch = findCause(failure, TypeMismatchException.class);
        String setting = unset == null ? null : setting(unset.getInjectionPoint());
        if (mismatch == null || setting == null) {
            return null;
        }
        return new FailureAnalysis(
                "Set %s to another value: \"%s\" is no %s."
                        .formatted(
                                setting,
                                mismatch.getValue(),
                                mismatch.getRequiredType() == null
                                        ? "such value"
                                        : mismatch.getRequiredType().getSimpleName()),
                null,
                failure);
    }

    /** The name of the setting that is asked for there. */
    private static @Nullable String setting(@Nullable InjectionPoint point) {
        Value value = point == null ? null : point.getAnnotation(Value.class);
        return value == null ? null : value.value().replaceAll("^\\$\\{([^:}]+).*}$", "$1");
    }
}
