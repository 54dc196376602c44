package org.tradeassurance.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Origin;
import org.tradeassurance.order.Party;

/** What {@code /v3/api-docs} says beyond the controllers: how to log in, the headers of commands, and how problems look. */
@Configuration(proxyBeanMethods = false)
class OpenApiSettings {

    private static final String PROBLEM = "Problem";
    private static final String PUBLIC = "/api/v1/public/";

    /** Of the fields that are called so in every body. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            values("party", Party.class),
            values("origin", Origin.class),
            values("accountType", Order.AccountType.class),
            values("transport", Contract.Transport.class),
            values("tradeTerm", Contract.Incoterm.class),
            values("coverage", Contract.CoverageMode.class),
            values("methods", Contract.PaymentMethod.class),
            Map.entry("pendingChecks", List.of("EXPORT_SERVICE", "EXPORT_ORDER")));

    private static <E extends Enum<E>> Map.Entry<String, List<String>> values(String field, Class<E> type) {
        return Map.entry(
                field, Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        Money.class,
                        new StringSchema().pattern("^-?\\d+\\.\\d{2}$").example("14.00"))
                .replaceWithSchema(
                        OrderNo.class, new StringSchema().pattern("^\\d{14}$").example("70058590568114"));
    }

    @Bean
    OpenAPI description(@Value("${trade-assurance.public-url}") String publicUrl) {
        return new OpenAPI()
                .servers(List.of(new Server().url(publicUrl)))
                .info(new Info()
                        .title("Trade Assurance Orders")
                        .version("v1")
                        .description("Orders from draft to feedback under a supplier's assurance quota."))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .security(List.of(
                        new SecurityRequirement().addList("basic"), new SecurityRequirement().addList("bearer")));
    }

    private static Schema<?> problem() {
        Schema<?> schema = new ObjectSchema()
                .description("RFC 9457; some codes add members of their own, such as free to quota-exceeded")
                .addProperty("type", new StringSchema().example("urn:trade-assurance:problem:not-found"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("code", new StringSchema().example("not-found"))
                .addProperty("orderNo", new StringSchema())
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("field", new StringSchema().example("lines[0].quantity"))
                                        .addProperty("message", new StringSchema())));
        schema.setRequired(List.of("type", "title", "status", "detail", "code"));
        return schema;
    }

    /** Bodies are read as text, so that each wrong field is told; what they may say is known all the same. */
    @Bean
    OpenApiCustomizer valuesOfFields() {
        return api -> api.getComponents().getSchemas().values().stream()
                .map(schema -> schema.getProperties())
                .filter(Objects::nonNull)
                .forEach(properties -> VALUES.forEach((name, values) -> {
                    Schema<?> property = (Schema<?>) properties.get(name);
                    Schema<?> told = property == null || property.getItems() == null ? property : property.getItems();
                    if (told != null && isText(told) && told.getEnum() == null) {
                        allow(told, values);
                    }
                }));
    }

    /** The two versions of the description name the type at two places. */
    private static boolean isText(Schema<?> schema) {
        return "string".equals(schema.getType())
                || (schema.getTypes() != null && schema.getTypes().contains("string"));
    }

    @SuppressWarnings("unchecked")
    private static void allow(Schema<?> schema, List<String> values) {
        ((Schema<String>) schema).setEnum(values);
    }

    @Bean
    OpenApiCustomizer headersAndProblems() {
        return api -> api.schema(PROBLEM, problem()).getPaths().forEach((path, item) -> {
            item.readOperations().forEach(operation -> complete(path, operation));
            if (item.getPost() != null) {
                post(item.getPost());
            }
            if (path.equals("/api/v1/suppliers/{supplierId}") && item.getPut() != null) {
                ApiResponses stored = item.getPut().getResponses();
                stored.addApiResponse("201", stored.get("200"));
            }
            if (path.endsWith("/contract") && item.getPut() != null) {
                item.getPut()
                        .getParameters()
                        .removeIf(parameter -> parameter.getName().equals("If-Match"));
                header(
                        item.getPut(),
                        "If-Match",
                        true,
                        "The contract version that the change starts from, quoted: \"3\"");
            }
        });
    }

    private static void complete(String path, Operation operation) {
        Content content = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
        operation
                .getResponses()
                .addApiResponse(
                        "default", new ApiResponse().description("Refused").content(content));
        if (path.startsWith(PUBLIC)) {
            operation.security(List.of());
        }
    }

    private static void post(Operation operation) {
        header(
                operation,
                IdempotencyKeys.HEADER,
                true,
                "1 to 255 visible ASCII characters; the same key and body get the first answer again, for 30 days");
        header(operation, "Prefer", false, "wait=5: wait up to that many seconds, 10 at most, for pending checks");
    }

    private static void header(Operation operation, String name, boolean required, String description) {
        boolean known = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> name.equalsIgnoreCase(parameter.getName()));
        if (!known) {
            operation.addParametersItem(new HeaderParameter()
                    .name(name)
                    .required(required)
                    .description(description)
                    .schema(new StringSchema()));
        }
    }
}
