package org.tradeassurance.web.doors;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;

/** Every operation of the web applications' own interface, as the annotations on the class path say. */
final class EngineOperations {

    private static final Map<String, Application> MOUNTED = Map.of(
            "/camunda/api/engine", new EngineRestApplication(),
            "/camunda/api/admin", new AdminApplication(),
            "/camunda/api/cockpit", new CockpitApplication(),
            "/camunda/api/tasklist", new TasklistApplication(),
            "/camunda/api/welcome", new WelcomeApplication());

    private final Set<String> found = new TreeSet<>();
    private final Deque<Class<?>> path = new ArrayDeque<>();

    private EngineOperations() {}

    /** Method and path, with {@code *} for what differs from call to call. */
    static Set<String> all() {
        EngineOperations operations = new EngineOperations();
        MOUNTED.forEach((mount, application) -> {
            for (Class<?> resource : application.getClasses()) {
                root(resource).ifPresent(root -> operations.walk(join(mount, root), resource));
            }
        });
        return operations.found;
    }

    private void walk(String at, Class<?> resource) {
        if (path.contains(resource)) {
            return;
        }
        path.push(resource);
        for (Method method : resource.getMethods()) {
            Set<Method> declared = declarations(resource, method);
            String template = declared.stream()
                    .filter(each -> each.isAnnotationPresent(Path.class))
                    .map(each -> join(at, each.getAnnotation(Path.class).value()))
                    .findFirst()
                    .orElse(at);
            Set<String> verbs = verbs(declared);
            verbs.forEach(verb -> found.add(verb + " " + plain(template)));
            if (verbs.isEmpty() && !template.equals(at)) {
                walk(template, method.getReturnType());
            }
        }
        path.pop();
    }

    private static Set<String> verbs(Set<Method> declared) {
        Set<String> verbs = new LinkedHashSet<>();
        for (Method method : declared) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    verbs.add(verb.value());
                }
            }
        }
        return verbs;
    }

    /** The method itself and what it overrides: the annotations stand at one of them. */
    private static Set<Method> declarations(Class<?> type, Method method) {
        Set<Method> declarations = new LinkedHashSet<>(Set.of(method));
        for (Class<?> parent : parents(type, new LinkedHashSet<>())) {
            Stream.of(parent.getMethods())
                    .filter(other -> other.getName().equals(method.getName()))
                    .filter(other -> Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
                    .forEach(declarations::add);
        }
        return declarations;
    }

    private static Set<Class<?>> parents(Class<?> type, Set<Class<?>> parents) {
        for (Class<?> each : type.getInterfaces()) {
            parents.add(each);
            parents(each, parents);
        }
        if (type.getSuperclass() != null) {
            parents.add(type.getSuperclass());
            parents(type.getSuperclass(), parents);
        }
        return parents;
    }

    private static Optional<String> root(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>(Set.of(type));
        all.addAll(parents(type, new LinkedHashSet<>()));
        return all.stream()
                .flatMap(each -> Stream.of(each.getDeclaredAnnotationsByType(Path.class)))
                .map(Path::value)
                .findFirst();
    }

    private static String join(String at, String path) {
        return (at + "/" + path).replaceAll("/+", "/").replaceAll("/$", "");
    }

    private static String plain(String template) {
        return template.replaceAll("\\{[^}:]*:\\s*\\.[*+]\\s*}", "**").replaceAll("\\{[^}]*}", "*");
    }
}
