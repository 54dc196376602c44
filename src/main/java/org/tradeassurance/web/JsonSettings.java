package org.tradeassurance.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Storable;

/** JSON as the contract has it: nothing unknown, nothing twice, nothing guessed; money, dates and instants are text. */
@Configuration(proxyBeanMethods = false)
class JsonSettings {

    private static final int NESTING = 50;

    @Bean
    Jackson2ObjectMapperBuilderCustomizer strictJson() {
        return builder -> builder.featuresToEnable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                        StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature())
                .featuresToDisable(
                        MapperFeature.ALLOW_COERCION_OF_SCALARS,
                        DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION.mappedFeature())
                .deserializerByType(JsonNode.class, new FreeJson())
                .deserializerByType(String.class, new Text<>(String.class, JsonSettings::storable))
                .deserializerByType(Money.class, new Text<>(Money.class, JsonSettings::money))
                .deserializerByType(LocalDate.class, new Text<>(LocalDate.class, BusinessTime::date))
                .deserializerByType(Instant.class, new Text<>(Instant.class, BusinessTime::instant))
                .postConfigurer(JsonSettings::limit);
    }

    private static void limit(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(NESTING)
                        .maxNumberLength(Storable.DIGITS)
                        .build());
        for (LogicalType type : new LogicalType[] {LogicalType.Boolean, LogicalType.Integer, LogicalType.Enum}) {
            mapper.coercionConfigFor(type).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        }
    }

    private static Money money(String text) {
        if (!Money.isWritten(text)) {
            throw new IllegalArgumentException("no amount");
        }
        return Money.of(text);
    }

    private static String storable(String text) {
        if (!Storable.isText(text)) {
            throw new IllegalArgumentException("no text");
        }
        return text;
    }

    /** A value that JSON can only give as text. */
    private static final class Text<T> extends StdScalarDeserializer<T> {

        private final transient Function<String, T> reader;

        Text(Class<T> type, Function<String, T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            String text = parser.getText();
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                return (T) context.handleWeirdStringValue(handledType(), text, "refused");
            }
        }
    }
}
