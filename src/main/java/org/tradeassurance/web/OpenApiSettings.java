package org.tradeassurance.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Origin;
import org.tradeassurance.order.Party;

/** What {@code /v3/api-docs} says beyond the controllers: how to log in, the headers of commands, and how problems look. */
@Configuration(proxyBeanMethods = false)
class OpenApiSettings {

    /** Of the fields that are called so in every body. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            values("party", Party.class),
            values("origin", Origin.class),
            values("accountType", org.tradeassurance.order.Order.AccountType.class),
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
                .replaceWithSchema(JsonNode.class, new Schema<Object>().description("Any JSON"))
                .replaceWithSchema(
                        OrderNo.class, new StringSchema().pattern("^\\d{14}$").example("70058590568114"));
    }

    @Bean
    OpenAPI description(@Value("${trade-assurance.public-url}") String address) {
        return new OpenAPI()
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
                .servers(List.of(new Server().url(address)))
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
    @Order(0)
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

    /** Enumerations and records of their own, each under a name of its own. */
    @Bean
    ModelResolver schemas(ObjectMapperProvider mapper, SchemaNames names) {
        ModelResolver.enumsAsRef = true;
        return new ModelResolver(mapper.jsonMapper(), names);
    }

    @Bean
    SchemaNames schemaNames() {
        return new SchemaNames();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    OpenApiCustomizer headersAndProblems(SchemaNames names) {
        CallWords words = CallWords.read();
        return api -> {
            new SchemaRules(names, words.required()).apply(api);
            api.schema(CallRules.PROBLEM, problem());
            CallRules calls = new CallRules(words);
            Set<String> tags = new TreeSet<>();
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                        calls.apply(path, method, operation);
                        tags.addAll(operation.getTags());
                    }));
            api.setTags(tags.stream().map(tag -> new Tag().name(tag)).toList());
            api.getComponents().setSchemas(new TreeMap<>(api.getComponents().getSchemas()));
        };
    }
}
