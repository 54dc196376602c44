package org.tradeassurance.model.check;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.tradeassurance.process.TradeOrderModel;

/** The beans that models may name, found without starting anything: by their annotations. */
final class Beans {

    private static final String CODE = "org.tradeassurance";

    private static final Map<String, Known> ALL = find();

    private Beans() {}

    /**
     * A bean.
     *
     * @param type what it is asked as
     * @param home where its code stands
     */
    record Known(Class<?> type, Class<?> home) {}

    static @Nullable Class<?> type(String name) {
        if (name.equals("execution")) {
            return DelegateExecution.class;
        }
        Known bean = ALL.get(name);
        return bean == null ? null : bean.type;
    }

    static boolean isTask(Class<?> type) {
        return JavaDelegate.class.isAssignableFrom(type);
    }

    /** The names of all beans that are a task of a model. */
    static Set<String> tasks() {
        return ALL.entrySet().stream()
                .filter(bean -> isTask(bean.getValue().type))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of all beans but the tasks. */
    static Set<String> asked() {
        Set<String> names = new TreeSet<>(ALL.keySet());
        names.removeAll(tasks());
        return names;
    }

    /** The class in which a task's code stands. */
    static Class<?> home(String name) {
        return Objects.requireNonNull(ALL.get(name), name).home;
    }

    /** The numbers of arguments with which a method may be called; none: there is no such method. */
    static Set<Integer> arguments(Class<?> type, String method) {
        return Arrays.stream(type.getMethods())
                .filter(one -> one.getName().equals(method))
                .map(Method::getParameterCount)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(one -> one.getDeclaringClass() != Object.class)
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The dates of an order that timers may wait for, such as {@code order.paymentDue}. */
    static Set<String> dates() {
        Set<String> dates = new TreeSet<>();
        asked().forEach(bean -> Arrays.stream(
                        Objects.requireNonNull(ALL.get(bean)).type.getMethods())
                .filter(method -> method.getReturnType() == java.util.Date.class && method.getParameterCount() == 1)
                .forEach(method -> dates.add(bean + "." + method.getName())));
        return dates;
    }

    static boolean hasProperty(Class<?> type, String property) {
        String getter = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
        return arguments(type, "get" + getter).contains(0)
                || arguments(type, "is" + getter).contains(0);
    }

    private static Map<String, Known> find() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        var registry = new SimpleBeanDefinitionRegistry();
        Map<String, Known> beans = new TreeMap<>();
        scanner.findCandidateComponents(CODE).forEach(definition -> {
            Class<?> type = ClassUtils.resolveClassName(
                    Objects.requireNonNull(
                            ((AnnotatedBeanDefinition) definition).getMetadata().getClassName()),
                    null);
            if (isOurs(type)) {
                beans.put(
                        AnnotationBeanNameGenerator.INSTANCE.generateBeanName(definition, registry),
                        new Known(type, type));
                made(type)
                        .forEach(method -> names(method)
                                .forEach(name -> beans.put(name, new Known(method.getReturnType(), type))));
            }
        });
        return beans;
    }

    /** Beans of tests are none. */
    private static boolean isOurs(Class<?> type) {
        return Objects.equals(
                type.getProtectionDomain().getCodeSource().getLocation(),
                TradeOrderModel.class.getProtectionDomain().getCodeSource().getLocation());
    }

    private static Stream<Method> made(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(Bean.class));
    }

    private static Stream<String> names(Method method) {
        Bean bean = Objects.requireNonNull(method.getAnnotation(Bean.class));
        String[] named = bean.value().length > 0 ? bean.value() : bean.name();
        return named.length > 0 ? Arrays.stream(named) : Stream.of(method.getName());
    }
}
