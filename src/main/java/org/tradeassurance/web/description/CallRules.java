package org.tradeassurance.web.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.HttpHeaders;
import org.tradeassurance.order.PageRequest;
import org.tradeassurance.web.CommandHeaders;
import org.tradeassurance.web.Commands;

/** Completes the description of a call: its words, its headers and what it may be refused with. */
record CallRules(CallWords words, ProblemWords problems) {

    private static final String BASE = "/api/v1";

    /** What is said of the headers of answers. */
    private static final Map<String, String> HEADERS = Map.of(
            HttpHeaders.LOCATION, "Where it is from now on",
            HttpHeaders.ETAG, "The contract version in quotation marks, for If-Match",
            CommandHeaders.REPLAYED, "true: the key is known, and this is the first answer to it again",
            CommandHeaders.PREFERENCE_APPLIED, "The seconds that Prefer was granted, such as wait=5");

    /** The statuses of refusals that come again under their key. */
    private static final Pattern KEPT = Pattern.compile(IntStream.range(400, 500)
            .filter(Commands::isFinal)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining("|")));

    void apply(String path, HttpMethod method, Operation operation) {
        String below = path.substring(BASE.length());
        List<String> headers = new ArrayList<>();
        CallWords.Call call = words.of(method.name(), below);
        if (call != null) {
            operation.operationId(call.id()).tags(List.of(call.tag()));
            operation.summary(call.summary()).description(call.description());
            headers.addAll(Objects.requireNonNullElse(call.headers(), List.of()));
        }
        if (method == HttpMethod.POST) {
            parameters(operation).removeIf(known -> CommandHeaders.IDEMPOTENCY_KEY.equals(known.getName()));
            operation.addParametersItem(idempotencyKey());
            headers.add(CommandHeaders.REPLAYED);
        }
        if (operation.getRequestBody() != null) {
            operation.addParametersItem(prefer());
            headers.add(CommandHeaders.PREFERENCE_APPLIED);
        }
        parameters(operation).forEach(CallRules::complete);
        operation.getResponses().values().forEach(success -> headers.forEach(name -> tell(success, name)));
        problems.of(method.name(), below).forEach((status, refused) -> {
            if (method == HttpMethod.POST && KEPT.matcher(status).matches()) {
                tell(refused, CommandHeaders.REPLAYED);
            }
            operation.getResponses().addApiResponse(status, refused);
        });
        if (below.startsWith("/public/")) {
            operation.security(List.of());
        }
    }

    private static List<Parameter> parameters(Operation operation) {
        return Objects.requireNonNullElseGet(operation.getParameters(), ArrayList::new);
    }

    private static void tell(ApiResponse success, String header) {
        success.addHeaderObject(
                header, new Header().description(HEADERS.get(header)).schema(new StringSchema()));
    }

    private static Parameter idempotencyKey() {
        return new HeaderParameter()
                .name(CommandHeaders.IDEMPOTENCY_KEY)
                .required(true)
                .description("The same key with the same body gets the first answer again")
                .schema(new StringSchema().pattern("^" + CommandHeaders.KEY_FORMAT + "$"));
    }

    private static Parameter prefer() {
        return new HeaderParameter()
                .name(CommandHeaders.PREFER)
                .description("Has the answer wait so many seconds, 10 at most, for the order's pending checks")
                .schema(new StringSchema().example("wait=5"));
    }

    /** Of what means the same in every call. */
    private static void complete(Parameter parameter) {
        Schema<?> schema = parameter.getSchema();
        switch (parameter.getName()) {
            case "limit" -> {
                schema.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.MOST));
                parameter.description("How many at most, %d if left out".formatted(PageRequest.USUAL));
            }
            case "cursor" -> parameter.description("Where the page begins: nextCursor of the page before");
            case HttpHeaders.IF_MATCH -> {
                parameter.required(true).description("The contract version that the change starts from, as in ETag");
                schema.example("\"3\"");
            }
            default -> {
                // What the code says of it is all there is to say.
            }
        }
    }
}
