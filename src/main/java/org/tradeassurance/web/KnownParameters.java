package org.tradeassurance.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.tradeassurance.order.Refusal;

/**
 * A parameter in the address that a call does not take, or takes once and finds twice, is refused by name: a misspelt filter must not
 * answer everything. What a call takes is what its method declares.
 */
class KnownParameters implements HandlerInterceptor {

    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    /** By call: whether a parameter may come more than once. */
    private final Map<HandlerMethod, Map<String, Boolean>> repeatable = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null && handler instanceof HandlerMethod call) {
            Map<String, Boolean> known = repeatable.computeIfAbsent(call, KnownParameters::of);
            UriComponentsBuilder.newInstance()
                    .query(request.getQueryString())
                    .build()
                    .getQueryParams()
                    .forEach((name, values) -> check(decoded(name), values, known));
        }
        return true;
    }

    private static void check(String name, List<String> values, Map<String, Boolean> known) {
        Boolean mayRepeat = known.get(name);
        if (mayRepeat == null) {
            throw Refusal.invalidField(name, "field.unknown");
        }
        if (values.size() > 1 && !mayRepeat) {
            throw Refusal.invalidField(name, "field.once");
        }
    }

    private static String decoded(String name) {
        try {
            return UriUtils.decode(name, "UTF-8");
        } catch (IllegalArgumentException e) {
            throw (Refusal) Refusal.invalidField(name, "field.unknown").initCause(e);
        }
    }

    private static Map<String, Boolean> of(HandlerMethod call) {
        Map<String, Boolean> known = new HashMap<>();
        for (MethodParameter parameter : call.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                known.put(name(parameter), repeats(parameter.getParameterType()));
            } else if (parameter.hasParameterAnnotation(ParameterObject.class)) {
                for (RecordComponent component : parameter.getParameterType().getRecordComponents()) {
                    known.put(component.getName(), repeats(component.getType()));
                }
            }
        }
        return known;
    }

    private static boolean repeats(Class<?> type) {
        return Collection.class.isAssignableFrom(type);
    }

    private static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(NAMES);
        String declared = Optional.ofNullable(parameter.getParameterAnnotation(RequestParam.class))
                .map(RequestParam::name)
                .orElse("");
        return StringUtils.hasText(declared) ? declared : String.valueOf(parameter.getParameterName());
    }

    /** Where it stands: before every call of the interface. */
    @Configuration(proxyBeanMethods = false)
    static class Registration implements WebMvcConfigurer {

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/v1/**");
        }
    }
}
