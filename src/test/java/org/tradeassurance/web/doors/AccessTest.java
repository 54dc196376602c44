package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The table of {@link Access} against the endpoints that there really are. */
@DoorTest
class AccessTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyEndpointHasARow() {
        assertThat(endpoints()).isSubsetOf(rows());
    }

    @Test
    void noRowStandsTwice() {
        assertThat(rows()).doesNotHaveDuplicates();
    }

    /** Names of path variables don't matter. */
    private static String plain(String method, String path) {
        return method + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    private static List<String> rows() {
        return Access.TABLE.stream()
                .map(row -> plain(row.method(), row.path().getPatternString()))
                .toList();
    }

    private List<String> endpoints() {
        List<String> endpoints = new ArrayList<>();
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            for (String path : mapping.getPatternValues()) {
                if (path.startsWith("/api/") && !path.startsWith("/api/v1/test/")) {
                    methods(mapping).forEach(method -> endpoints.add(plain(method, path)));
                }
            }
        }
        return endpoints;
    }

    /** A mapping without a method takes all, so it can never have its rows. */
    private static Stream<String> methods(RequestMappingInfo mapping) {
        List<String> methods = mapping.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .toList();
        return methods.isEmpty() ? Stream.of("ANY") : methods.stream();
    }
}
