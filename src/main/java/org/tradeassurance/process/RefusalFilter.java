package org.tradeassurance.process;

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
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.tradeassurance.order.Refusal;

/** Tells an operator in Tasklist why a task was refused: one sentence in their language instead of the engine's error. */
class RefusalFilter extends OncePerRequestFilter {

    private final MessageSource messages;
    private final ObjectMapper json;

    RefusalFilter(MessageSource messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return "GET".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() >= HttpStatus.BAD_REQUEST.value()
                && request.getAttribute(RefusalInterceptor.ATTRIBUTE) instanceof Refusal refusal) {
            answer.resetBuffer();
            answer.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
            answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
            json.writeValue(answer.getOutputStream(), new EngineError("Refusal", sentence(refusal, language(request))));
        }
        answer.copyBodyToResponse();
    }

    private static Locale language(HttpServletRequest request) {
        boolean chinese = request.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
        return chinese ? Locale.CHINESE : Locale.ENGLISH;
    }

    private String sentence(Refusal refusal, Locale language) {
        if (!refusal.fieldErrors().isEmpty()) {
            return refusal.fieldErrors().stream()
                    .map(error -> text(error.messageKey(), error.arguments(), language))
                    .collect(Collectors.joining(" "));
        }
        List<Object> arguments = new ArrayList<>();
        arguments.add(refusal.orderNo() == null ? "" : refusal.orderNo().value());
        arguments.addAll(refusal.arguments());
        return text(refusal.sentenceKey(), arguments, language);
    }

    private String text(String key, List<Object> arguments, Locale language) {
        Object[] shown = arguments.stream().map(Object::toString).toArray();
        return String.valueOf(messages.getMessage(key, shown.length == 0 ? new Object[] {""} : shown, key, language));
    }
}
