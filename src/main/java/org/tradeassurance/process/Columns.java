package org.tradeassurance.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/** The columns of decision tables as code knows them: the components of questions and answers. */
final class Columns {

    /** The date whose rules hold, an input of every table. */
    static final String ON_DATE = "onDate";

    private static final TypeReference<Map<String, Object>> INPUTS = new TypeReference<>() {};

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private Columns() {}

    static DecisionTable asked(Class<?> question) {
        return Objects.requireNonNull(question.getAnnotation(DecisionTable.class), question::getName);
    }

    static String table(Class<?> question) {
        return asked(question).value();
    }

    /** What the question says, and the date whose rules hold. */
    static Set<String> given(Class<?> question) {
        Set<String> given = new TreeSet<>(Set.of(ON_DATE));
        of(question).forEach(input -> given.add(input.getName()));
        return given;
    }

    /** Whether a column may ask for it: it is given, or known of the order that the table judges. */
    static boolean isKnown(Class<?> question, String name) {
        return given(question).contains(name) || (asked(question).ofOrder() && TableFact.named(name) != null);
    }

    static boolean isOfModels(Class<?> question) {
        return asked(question).ofModels();
    }

    static Class<?> answer(Class<?> question) {
        return ResolvableType.forClass(question)
                .as(Question.class)
                .getGeneric(0)
                .toClass();
    }

    static List<RecordComponent> of(Class<?> type) {
        return Arrays.asList(type.getRecordComponents());
    }

    static boolean mayBeEmpty(RecordComponent column) {
        return column.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** What is not known is no word of any table. */
    static Map<String, Object> inputs(Question<?> question, LocalDate onDate) {
        Map<String, Object> inputs = MAPPER.convertValue(question, INPUTS);
        inputs.replaceAll((column, value) -> Objects.requireNonNullElse(value, ""));
        inputs.put(ON_DATE, onDate.toString());
        return inputs;
    }

    /** @throws IllegalStateException if the row does not say what the code needs */
    @SuppressWarnings("unchecked") // a question says itself what answers it
    static <A extends Record> A answer(Question<A> question, Map<String, Object> outputs) {
        String table = table(question.getClass());
        Class<A> type = (Class<A>) answer(question.getClass());
        of(type).stream()
                .filter(column -> !mayBeEmpty(column) && outputs.get(column.getName()) == null)
                .forEach(column -> {
                    throw new IllegalStateException("Table %s gives no %s".formatted(table, column.getName()));
                });
        try {
            return MAPPER.convertValue(outputs, type);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Table %s gives %s".formatted(table, outputs), e);
        }
    }

    /** Whether what stands in a cell may be an output. */
    static boolean fits(Object value, RecordComponent column) {
        try {
            MAPPER.convertValue(value, column.getType());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
