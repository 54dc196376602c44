package org.tradeassurance.web.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.web.Problems;

/** What calls may be refused with, each problem with the example that {@link Problem} and its messages make. */
@Component
class ProblemWords {

    private static final String MEDIA_TYPE = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final Problems problems;
    private final ObjectMapper json;

    ProblemWords(Problems problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    /** The answers of a call that refuse it, by status; {@code default} stands for what nobody foresaw. */
    Map<String, ApiResponse> of(String method, String path) {
        Map<Integer, List<Problem>> byStatus = Arrays.stream(Problem.values())
                .filter(problem -> problem.mayAnswer(method, path))
                .collect(Collectors.groupingBy(Problem::status, TreeMap::new, Collectors.toList()));
        Map<String, ApiResponse> answers = new TreeMap<>();
        byStatus.forEach((status, told) -> answers.put(status.toString(), answer(told)));
        answers.put("default", new ApiResponse().description("Refused").content(content(List.of())));
        return answers;
    }

    private static ApiResponse answer(List<Problem> told) {
        ApiResponse answer = new ApiResponse()
                .description(told.stream().map(Problem::code).collect(Collectors.joining(", ")))
                .content(content(told));
        if (told.stream().anyMatch(Problem::saysWhenAgain)) {
            answer.addHeaderObject(
                    HttpHeaders.RETRY_AFTER,
                    new Header()
                            .description("Seconds to wait before the next try")
                            .schema(new IntegerSchema()));
        }
        return answer;
    }

    private static Content content(List<Problem> told) {
        MediaType body = new MediaType().schema(new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + "Problem"));
        told.forEach(problem ->
                body.addExamples(problem.code(), new Example().$ref("#/components/examples/" + problem.code())));
        return new Content().addMediaType(MEDIA_TYPE, body);
    }

    /** The body of each of them. */
    static Schema<?> schema() {
        Schema<?> error = new ObjectSchema()
                .addProperty("field", new StringSchema().example("lines[0].quantity"))
                .addProperty("message", new StringSchema());
        error.setRequired(List.of("field", "message"));
        Schema<?> problem = new ObjectSchema()
                .description("RFC 9457; some codes add members of their own")
                .addProperty("type", new StringSchema().example("urn:trade-assurance:problem:not-found"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema().minimum(BigDecimal.valueOf(400)))
                .addProperty("detail", new StringSchema().description("A sentence in the caller's language"))
                .addProperty("code", new StringSchema().pattern("^[a-z-]+$").example("not-found"))
                .addProperty("orderNo", new StringSchema().pattern("^" + OrderNo.FORMAT + "$"))
                .addProperty("errors", new ArraySchema().items(error))
                .addProperty("free", new StringSchema().description("quota-exceeded: what the quota still covers"))
                .addProperty("required", new StringSchema().description("quota-exceeded: what the order needs"))
                .addProperty("frozen", new StringSchema().description("quota-below-frozen: what orders hold"))
                .addProperty("completeness", new IntegerSchema().description("incomplete-order: in percent"))
                .addProperty(
                        "missing", new ArraySchema().items(new StringSchema()).description("incomplete-order"))
                .addProperty("reason", new StringSchema().description("feedback-forbidden-content"));
        problem.setRequired(List.of("type", "title", "status", "detail", "code"));
        return problem;
    }

    /** An example of each problem that a call may answer; what only a real order can say is left open. */
    Map<String, Example> examples() {
        Map<String, Example> examples = new TreeMap<>();
        for (Problem problem : EnumSet.complementOf(EnumSet.of(Problem.METHOD_NOT_ALLOWED))) {
            JsonNode body = body(problem);
            examples.put(
                    problem.code(),
                    new Example().summary(body.path("title").asText()).value(body));
        }
        return examples;
    }

    private JsonNode body(Problem problem) {
        try {
            return json.readTree(problems.body(new Refusal(problem, null, "…", "…", "…"), Locale.ENGLISH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
