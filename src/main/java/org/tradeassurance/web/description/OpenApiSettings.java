package org.tradeassurance.web.description;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OrderNo;

/** What {@code /v3/api-docs} says beyond the controllers: how to log in, what values look like, and how problems do. */
@Configuration(proxyBeanMethods = false)
class OpenApiSettings {

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        Money.class,
                        new StringSchema().pattern("^-?\\d+\\.\\d{2}$").example("14.00"))
                .replaceWithSchema(
                        OrderNo.class,
                        new StringSchema().pattern("^" + OrderNo.FORMAT + "$").example("70058590568114"))
                .replaceWithSchema(JsonNode.class, new Schema<>().description("Any JSON"));
    }

    @Bean
    OpenAPI description(@Value("${trade-assurance.public-url}") String address) {
        SecurityScheme basic =
                new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic");
        SecurityScheme bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("Where the operator has configured an issuer");
        return new OpenAPI()
                .info(new Info()
                        .title("Trade Assurance Orders")
                        .version("v1")
                        .description("Orders from draft to feedback under a supplier's assurance quota."))
                .components(new Components().addSecuritySchemes("basic", basic).addSecuritySchemes("bearer", bearer))
                .servers(List.of(new Server().url(address)))
                .security(List.of(
                        new SecurityRequirement().addList("basic"), new SecurityRequirement().addList("bearer")));
    }

    /** The last one in the chain, so that the replacements above are asked first; it names types and makes each enumeration a schema. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver schemas(ObjectMapperProvider mapper, SchemaNames names) {
        ModelResolver.enumsAsRef = true;
        ModelResolver resolver = new ModelResolver(mapper.jsonMapper(), names);
        resolver.openapi31(true);
        return resolver;
    }

    @Bean
    SchemaNames schemaNames() {
        return new SchemaNames();
    }

    @Bean
    OpenApiCustomizer completedDescription(SchemaNames names, ProblemWords problems) {
        CallWords words = CallWords.read();
        CallRules calls = new CallRules(words, problems);
        return api -> {
            new SchemaRules(names).apply(api);
            Set<String> chapters = new HashSet<>();
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                        calls.apply(path, method, operation);
                        chapters.addAll(operation.getTags());
                    }));
            api.setTags(words.tags().entrySet().stream()
                    .filter(tag -> chapters.contains(tag.getKey()))
                    .map(tag -> new Tag().name(tag.getKey()).description(tag.getValue()))
                    .toList());
            api.getComponents()
                    .schemas(new TreeMap<>(api.getComponents().getSchemas()))
                    .addSchemas("Problem", ProblemWords.schema())
                    .examples(problems.examples());
        };
    }
}
