package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tradeassurance.web.Caller;

/** The table of rights against the operations that there really are, each called by each kind of login. */
@DoorTest
class RightsTest {

    private static final Map<Kind, String> PEOPLE = Map.of(
            Kind.DESK, "supplier-desk",
            Kind.LEAD, "supplier-desk-lead",
            Kind.ANALYST, "process-analyst",
            Kind.ADMIN, "admin");

    private static final Map<Kind, String> ACCOUNTS = Map.of(
            Kind.PLATFORM, "platform",
            Kind.SUPPLIER, "supplier-S-1001",
            Kind.BUYER, "buyer-acme",
            Kind.BANK, "bank",
            Kind.EXPORT_SERVICE, "export-service");

    /** What is asked by POST, since the question is long. */
    private static final Set<String> QUERIES = Set.of(
            "POST task",
            "POST execution",
            "POST process-instance",
            "POST variable-instance",
            "POST history/activity-instance",
            "POST history/detail",
            "POST history/process-instance",
            "POST history/task",
            "POST history/variable-instance");

    private final List<Access> rows = AccessTable.read().rows();

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyOperationHasARowAndEveryRowAnOperation() {
        Set<String> operations = new HashSet<>(EngineOperations.all());
        operations.addAll(endpoints());
        assertThat(rows.stream().map(RightsTest::operation).filter(row -> !row.contains("/camunda/**")))
                .filteredOn(row -> row.contains("/api/"))
                .filteredOn(row -> !row.equals("GET /camunda/api/**"))
                .containsExactlyInAnyOrderElementsOf(operations);
    }

    @Test
    void aDeskChangesNothingButWhatItWorksOn() {
        assertThat(rows)
                .filteredOn(
                        row -> row.kinds().contains(Kind.DESK) || row.kinds().contains(Kind.LEAD))
                .filteredOn(row -> row.method().matches("POST|PUT|DELETE"))
                .extracting(RightsTest::operation)
                .map(operation -> operation.replace("/camunda/api/engine/engine/*/", ""))
                .filteredOn(operation -> !operation.matches("POST .*(/count|/list|/singleResult)"))
                .filteredOn(operation -> !QUERIES.contains(operation))
                .containsExactlyInAnyOrder(
                        "POST task/*/claim",
                        "POST task/*/unclaim",
                        "POST task/*/assignee",
                        "POST task/*/comment/create",
                        "POST task/*/complete",
                        "POST task/*/submit-form",
                        "PUT task/*",
                        "POST process-definition/*/submit-form",
                        "POST process-definition/key/*/submit-form",
                        "PUT user/*/profile",
                        "PUT user/*/credentials",
                        "POST identity/password-policy",
                        "POST /camunda/api/admin/auth/user/*/logout");
    }

    /** Names of path variables don't matter. */
    private static String operation(Access row) {
        return plain(row.method(), row.path().getPatternString());
    }

    private static String plain(String method, String path) {
        return method + " " + path.replaceAll("\\{[^}]*}", "*");
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

    @ParameterizedTest
    @EnumSource(names = {"DESK", "LEAD", "ANALYST", "ADMIN"})
    void aMemberOfStaffDoesWhatTheTableSaysAndNothingElse(Kind kind) {
        Set<Kind> kinds = kind == Kind.LEAD ? EnumSet.of(Kind.DESK, Kind.LEAD) : EnumSet.of(kind);
        Browser member = staff(nameOf(kind));
        List<String> wrong = new ArrayList<>();
        for (Access row : rows) {
            boolean allowed = row.open() || !Collections.disjoint(row.kinds(), kinds);
            boolean logsOut = row.path().getPatternString().endsWith("/logout");
            Caller.Answer answer = (logsOut ? staff(nameOf(kind)) : member)
                    .key(UUID.randomUUID().toString())
                    .json(row.method(), address(row), body(row));
            // The session of a person reads the contract, programs change by it.
            boolean expected = allowed && !(isContract(row) && !row.method().equals("GET"));
            note(wrong, row, expected, answer);
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PLATFORM", "SUPPLIER", "BUYER", "BANK", "EXPORT_SERVICE"})
    void anAccountDoesWhatTheTableSaysAndNothingElse(Kind kind) {
        List<String> wrong = new ArrayList<>();
        for (Access row : rows) {
            boolean allowed = row.open() || row.kinds().contains(kind);
            if (isContract(row) && !(allowed && isOfTheSandbox(row))) {
                Caller.Answer answer = Caller.as(port, nameOf(kind))
                        .key(UUID.randomUUID().toString())
                        .with("If-Match", "*")
                        .send(row.method(), address(row), body(row));
                note(wrong, row, allowed, answer);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "supplier-S-1001", "buyer-acme", "bank", "export-service"})
    void anAccountFindsNothingOpenInTheWebApplications(String account) {
        Browser person = new Browser(port).login(account, "sandbox");
        assertThat(rows)
                .filteredOn(row -> !isContract(row))
                .filteredOn(row -> !isRefused(person.json(row.method(), address(row), body(row))))
                .isEmpty();
    }

    @Test
    void withoutALoginNothingIsOpenButWhatTheTableOpens() {
        assertThat(rows)
                .filteredOn(row -> !row.open())
                .filteredOn(row -> {
                    Caller nobody = Caller.anonymous(port).key(UUID.randomUUID().toString());
                    return nobody.send(row.method(), address(row), body(row)).status() != 401;
                })
                .isEmpty();
    }

    private static String nameOf(Kind kind) {
        return Objects.requireNonNull(kind.compareTo(Kind.DESK) < 0 ? ACCOUNTS.get(kind) : PEOPLE.get(kind));
    }

    private Browser staff(String name) {
        Browser member = new Browser(port).login(name, "sandbox");
        member.get("/camunda/app/welcome/default/");
        return member;
    }

    private static void note(List<String> wrong, Access row, boolean expected, Caller.Answer answer) {
        if (expected == isRefused(answer)) {
            wrong.add("%s %s: %d".formatted(operation(row), expected ? "is open" : "is closed", answer.status()));
        }
    }

    /** At the door; what is refused behind it says so in another form. */
    private static boolean isRefused(Caller.Answer answer) {
        return answer.status() == 401
                || (answer.status() == 403 && answer.body().contains("\"code\":\"forbidden\""));
    }

    /** The contract and its description. */
    private static boolean isContract(Access row) {
        return row.path().getPatternString().matches("/(api/v1|v3|swagger-ui)[/.].*");
    }

    private static boolean isOfTheSandbox(Access row) {
        return row.path().getPatternString().contains("/sandbox/")
                && !row.method().equals("GET");
    }

    private static @Nullable String body(Access row) {
        return "GET".equals(row.method()) ? null : "{}";
    }

    /** Nobody's ids, so that nothing is done behind the door. */
    private static String address(Access row) {
        String path = row.path().getPatternString();
        return path.replaceFirst("(/engine/engine|/plugin/\\w+|/setup|/auth/user)/\\*", "$1/default")
                .replace("{orderNo}", "99999999999999")
                .replace("{no}", "99999999999999")
                .replace("{version}", "1")
                .replaceAll("\\{[^}]*}", new UUID(0, 0).toString())
                .replace("**", "none.js")
                .replace("*", "none");
    }
}
