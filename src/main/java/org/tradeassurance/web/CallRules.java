package org.tradeassurance.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.tradeassurance.order.Problem;

/** Completes the description of a call: its words, headers and problems. */
record CallRules(CallWords words) {

    static final String PROBLEM = "Problem";
    private static final String PUBLIC = "/api/v1/public/";
    private static final String ORDER = "/api/v1/orders/{";
    private static final Set<Integer> WITH_RETRY_AFTER = Set.of(429, 503);

    void apply(String path, HttpMethod method, Operation operation) {
        CallWords.Call call = words.of(method.name(), path);
        if (call != null) {
            operation.operationId(call.id()).tags(List.of(call.tag())).summary(call.summary());
        }
        parameters(path, method, operation);
        ApiResponses answers = operation.getResponses();
        if (path.equals("/api/v1/suppliers/{supplierId}") && method == HttpMethod.PUT) {
            answers.addApiResponse(
                    "201",
                    new ApiResponse().content(answers.get("200").getContent()).description("Registered"));
        }
        answers.forEach((status, answer) -> success(method, call, status, answer));
        problems(codes(path, method, operation, call)).forEach(answers::addApiResponse);
        answers.addApiResponse("default", problem("Refused", List.of()));
        if (path.startsWith(PUBLIC)) {
            operation.security(List.of());
        }
    }

    private static void success(HttpMethod method, CallWords.@Nullable Call call, String status, ApiResponse answer) {
        answer.description(
                switch (status) {
                    case "201" -> "Created";
                    case "202" -> "Stored";
                    case "204" -> "Done; nothing to show";
                    default -> "Done";
                });
        if (call != null && call.created() && status.equals("201")) {
            header(answer, HttpHeaders.LOCATION, "Where it is from now on");
        }
        if (call != null && call.versioned()) {
            header(answer, HttpHeaders.ETAG, "The contract version, quoted, for If-Match");
        }
        if (method == HttpMethod.POST) {
            header(answer, CommandResponse.REPLAYED, "true: this is the first answer to the same key again");
        }
    }

    private static void header(ApiResponse answer, String name, String description) {
        answer.addHeaderObject(name, new Header().description(description).schema(new StringSchema()));
    }

    private Set<String> codes(String path, HttpMethod method, Operation operation, CallWords.@Nullable Call call) {
        Set<String> codes = new TreeSet<>(words.codesOf("every"));
        Arrays.stream(Problem.values())
                .filter(problem -> problem.status() == 503)
                .forEach(problem -> codes.add(problem.code()));
        if (!path.startsWith(PUBLIC)) {
            codes.addAll(words.codesOf("login"));
        }
        if (path.contains("{")) {
            codes.addAll(words.codesOf("named"));
        }
        if (operation.getRequestBody() != null) {
            codes.addAll(words.codesOf("body"));
        }
        if (method != HttpMethod.GET) {
            codes.addAll(words.codesOf("change"));
        }
        if (method == HttpMethod.POST) {
            codes.addAll(words.codesOf("post"));
            codes.addAll(words.codesOf("body"));
        }
        if (method == HttpMethod.POST && path.startsWith(ORDER)) {
            codes.addAll(words.codesOf("order"));
        }
        if (call != null && call.codes() != null) {
            codes.addAll(call.codes());
        }
        return codes;
    }

    private static Map<String, ApiResponse> problems(Set<String> codes) {
        Map<String, List<String>> byStatus = new TreeMap<>();
        for (Problem problem : Problem.values()) {
            if (codes.contains(problem.code())) {
                byStatus.computeIfAbsent(Integer.toString(problem.status()), status -> new ArrayList<>())
                        .add(problem.code());
            }
        }
        Map<String, ApiResponse> answers = new TreeMap<>();
        byStatus.forEach((status, told) -> answers.put(status, problem(String.join(", ", told), told)));
        return answers;
    }

    private static ApiResponse problem(String description, List<String> codes) {
        ApiResponse answer = new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
        if (!codes.isEmpty()) {
            answer.addExtension("x-codes", codes);
        }
        if (codes.stream().anyMatch(CallRules::saysWhen)) {
            header(answer, HttpHeaders.RETRY_AFTER, "Seconds to wait before the next try");
        }
        return answer;
    }

    private static boolean saysWhen(String code) {
        return Arrays.stream(Problem.values())
                .anyMatch(problem -> problem.code().equals(code) && WITH_RETRY_AFTER.contains(problem.status()));
    }

    private static void parameters(String path, HttpMethod method, Operation operation) {
        if (method == HttpMethod.POST) {
            StringSchema key = new StringSchema();
            key.pattern("^[\\x21-\\x7e]{1,255}$");
            require(
                    operation,
                    IdempotencyKeys.HEADER,
                    true,
                    "The same key and body get the first answer again, for 30 days",
                    key);
            StringSchema wait = new StringSchema();
            wait.example("wait=5");
            require(operation, "Prefer", false, "Wait up to that many seconds, 10 at most, for pending checks", wait);
        }
        if (path.endsWith("/contract") && method == HttpMethod.PUT) {
            StringSchema version = new StringSchema();
            version.example("\"3\"");
            require(
                    operation,
                    HttpHeaders.IF_MATCH,
                    true,
                    "The contract version that the change starts from, quoted",
                    version);
        }
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getName().equals("limit"))
                    .forEach(CallRules::limit);
        }
    }

    private static void limit(Parameter parameter) {
        parameter.getSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(200));
        parameter.description("How many at most, 50 if left out");
    }

    private static void require(
            Operation operation, String name, boolean required, String description, Schema<?> schema) {
        if (operation.getParameters() != null) {
            operation.getParameters().removeIf(parameter -> name.equalsIgnoreCase(parameter.getName()));
        }
        operation.addParametersItem(new HeaderParameter()
                .name(name)
                .required(required)
                .description(description)
                .schema(schema));
    }
}
