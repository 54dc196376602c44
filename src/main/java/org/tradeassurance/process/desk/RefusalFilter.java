package org.tradeassurance.process.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** Tells an operator in Tasklist why a task was refused: one sentence in their language instead of the engine's error. */
class RefusalFilter extends OncePerRequestFilter {

    private static final Pattern LINE = Pattern.compile("(\\w+)\\[(\\d+)]\\.(.+)");
    private static final Pattern BOTH = Pattern.compile("([^/]*\\p{IsHan}[^/]*?) */ *(\\P{IsHan}+)");

    private final MessageSource messages;
    private final ObjectMapper json;

    RefusalFilter(MessageSource messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() >= HttpStatus.BAD_REQUEST.value()
                && request.getAttribute(RefusalInterceptor.ATTRIBUTE) instanceof Refusal refusal) {
            answer.resetBuffer();
            answer.setStatus(status(refusal.problem()));
            if (refusal.problem().retryAfter() > 0) {
                answer.setHeader(
                        HttpHeaders.RETRY_AFTER,
                        Integer.toString(refusal.problem().retryAfter()));
            }
            answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
            answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
            json.writeValue(answer.getOutputStream(), new EngineError("Refusal", sentence(refusal, language(request))));
        }
        answer.copyBodyToResponse();
    }

    /** Tasklist shows what is refused in whatever way; only that nobody knows what was stored is another thing. */
    private static int status(Problem problem) {
        return problem == Problem.OUTCOME_UNKNOWN ? problem.status() : HttpStatus.UNPROCESSABLE_ENTITY.value();
    }

    private static Locale language(HttpServletRequest request) {
        boolean chinese = request.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
        return chinese ? Locale.CHINESE : Locale.ENGLISH;
    }

    private String sentence(Refusal refusal, Locale language) {
        if (!refusal.fieldErrors().isEmpty()) {
            return refusal.fieldErrors().stream()
                    .map(error ->
                            label(error.field(), language) + text(error.messageKey(), error.arguments(), language))
                    .distinct()
                    .collect(Collectors.joining(text("label.separator", List.of(), language)));
        }
        List<Object> arguments = new ArrayList<>();
        arguments.add(refusal.orderNo() == null ? "" : refusal.orderNo().value());
        arguments.addAll(refusal.arguments());
        return text(refusal.sentenceKey(), arguments, language);
    }

    /** The field's name as the forms say it; a field without one is spoken of in a sentence of its own. */
    private String label(String path, Locale language) {
        Matcher line = LINE.matcher(path);
        boolean ofLine = line.matches();
        String label = name(ofLine ? line.group(3) : path, ofLine ? line.group(1) + '.' : "", language);
        if (label.isEmpty()) {
            return "";
        }
        return ofLine
                ? text("label.in-line", List.of(Integer.parseInt(line.group(2)) + 1, label), language)
                : text("label.of", List.of(label), language);
    }

    /** A label out of a form has its half in each language; other names have theirs in the messages. */
    private String name(String field, String of, Locale language) {
        String half = half(field, language);
        if (!half.equals(field)) {
            return half;
        }
        return String.valueOf(
                messages.getMessage("label." + of + field.replaceAll("\\[\\d+]", ""), null, "", language));
    }

    private static String half(String name, Locale language) {
        Matcher both = BOTH.matcher(name);
        return both.matches() ? both.group(language.equals(Locale.CHINESE) ? 1 : 2) : name;
    }

    private String text(String key, List<Object> arguments, Locale language) {
        Object[] shown = arguments.stream()
                .map(argument -> argument instanceof Money money ? money.shown() : half(argument.toString(), language))
                .toArray();
        return String.valueOf(messages.getMessage(key, shown.length == 0 ? new Object[] {""} : shown, key, language));
    }
}
