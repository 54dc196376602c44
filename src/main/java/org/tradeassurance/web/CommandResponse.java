package org.tradeassurance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer that is held back until the command is committed, and can be taken back before. */
final class CommandResponse extends ContentCachingResponseWrapper {

    /** What the filters before us have set; taking the answer back must not lose it. */
    private final Map<String, String> inherited = new LinkedHashMap<>();

    CommandResponse(HttpServletResponse response) {
        super(response);
        response.getHeaderNames().forEach(name -> inherited.put(name, String.valueOf(response.getHeader(name))));
    }

    @Override
    public void reset() {
        super.reset();
        inherited.forEach(this::setHeader);
    }

    /** Without the container's error page: whoever finds a status without a body says the problem. */
    @Override
    public void sendError(int status) {
        resetBuffer();
        setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
        sendError(status);
    }

    IdempotencyKeys.Answer toStore(String requestHash) {
        return new IdempotencyKeys.Answer(
                requestHash,
                getStatus(),
                getContentType(),
                getHeader(HttpHeaders.LOCATION),
                getHeader(HttpHeaders.ETAG),
                new String(getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    void replay(IdempotencyKeys.Answer first) {
        setStatus(first.status());
        set(HttpHeaders.LOCATION, first.location());
        set(HttpHeaders.ETAG, first.etag());
        setHeader(CommandHeaders.REPLAYED, "true");
        if (first.contentType() != null) {
            setContentType(first.contentType());
        }
        replaceBody(first.body().getBytes(StandardCharsets.UTF_8));
    }

    boolean isReplayed() {
        return getHeader(CommandHeaders.REPLAYED) != null;
    }

    void replaceBody(byte[] body) {
        resetBuffer();
        try {
            getOutputStream().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void set(String name, @Nullable String value) {
        if (value != null) {
            setHeader(name, value);
        }
    }
}
