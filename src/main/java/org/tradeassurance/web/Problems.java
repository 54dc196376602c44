package org.tradeassurance.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.order.Words;

/** Says a refusal as a problem of RFC 9457, in the caller's language; inside and outside of the controllers alike. */
@Component
public class Problems {

    private static final String TYPE = "urn:trade-assurance:problem:";

    private final MessageSource messages;
    private final ObjectMapper json;

    Problems(MessageSource messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        write(request, response, new Refusal(problem, null));
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        byte[] body = body(refusal, Languages.of(request));
        response.setStatus(refusal.problem().status());
        sayWhenAgain(response, refusal.problem());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, Languages.of(request).getLanguage());
        response.getOutputStream().write(body);
    }

    /** {@code Retry-After} where the same request may succeed, unless somebody who knows better has said it. */
    public static void sayWhenAgain(HttpServletResponse response, Problem problem) {
        if (problem.retryAfter() > 0 && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(problem.retryAfter()));
        }
    }

    /** The problem of a refusal as JSON in UTF-8. */
    public byte[] body(Refusal refusal, Locale language) {
        Problem problem = refusal.problem();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPE + problem.code());
        members.put("title", title(problem, language));
        members.put("status", problem.status());
        members.put("detail", detail(refusal, language));
        members.put("code", problem.code());
        if (refusal.orderNo() != null) {
            members.put("orderNo", refusal.orderNo().value());
        }
        members.putAll(refusal.properties());
        if (!refusal.fieldErrors().isEmpty()) {
            members.put("errors", errors(refusal, language));
        }
        try {
            return json.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String title(Problem problem, Locale language) {
        String name = HttpStatus.valueOf(problem.status()).getReasonPhrase();
        return text("problem." + problem.code(), List.of(""), name, language);
    }

    /** The sentence of a refusal: {0} is the order number, empty if there is none, then come the arguments. */
    public String detail(Refusal refusal, Locale language) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(
                refusal.orderNo() == null
                        ? text("order.new", List.of(), "", language)
                        : refusal.orderNo().value());
        arguments.addAll(refusal.arguments());
        return text(refusal.sentenceKey(), arguments, title(refusal.problem(), language), language);
    }

    private List<Map<String, String>> errors(Refusal refusal, Locale language) {
        return refusal.fieldErrors().stream()
                .map(error -> {
                    Map<String, String> member = new LinkedHashMap<>();
                    member.put("field", error.field());
                    member.put("message", text(error.messageKey(), error.arguments(), error.messageKey(), language));
                    return member;
                })
                .toList();
    }

    /** Formats even without arguments, so that an apostrophe is always written twice; numbers are not grouped. */
    private String text(String key, List<Object> arguments, String otherwise, Locale language) {
        Object[] shown = arguments.isEmpty() ? new Object[] {""} : arguments.toArray();
        for (int i = 0; i < shown.length; i++) {
            shown[i] = shown(shown[i], language);
        }
        return String.valueOf(messages.getMessage(key, shown, otherwise, language));
    }

    private static Object shown(Object argument, Locale language) {
        if (argument instanceof Words words) {
            return language.equals(Locale.CHINESE) ? words.zh() : words.en();
        }
        if (argument instanceof Money money) {
            return money.shown();
        }
        return argument instanceof MessageSourceResolvable text ? text : argument.toString();
    }

    /** The common problem of a status, for answers that the framework gives on its own. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> Problem.UNAUTHORIZED;
            case 403 -> Problem.FORBIDDEN;
            case 404 -> Problem.NOT_FOUND;
            case 405 -> Problem.METHOD_NOT_ALLOWED;
            case 406 -> Problem.NOT_ACCEPTABLE;
            case 408 -> Problem.REQUEST_TIMEOUT;
            case 413 -> Problem.PAYLOAD_TOO_LARGE;
            case 415 -> Problem.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> Problem.TOO_MANY_REQUESTS;
            case 503 -> Problem.TEMPORARILY_UNAVAILABLE;
            default -> status >= 400 && status < 500 ? Problem.MALFORMED_REQUEST : Problem.INTERNAL_ERROR;
        };
    }
}
