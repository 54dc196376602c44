package org.tradeassurance.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** A request whose body, at most 256 KiB, is in memory and can be read again. */
public final class Body extends HttpServletRequestWrapper {

    public static final int LIMIT = 256 * 1024;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int BUFFER = 8 * 1024;
    private static final int DROPPED = 8 * 1024 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(Body.class);
    private static final Duration FOREVER = Duration.ofDays(1);

    private final byte[] bytes;

    private Body(HttpServletRequest request, byte[] bytes) {
        super(request);
        this.bytes = bytes;
    }

    /** Whether a body is to come at all. */
    public static boolean isAnnounced(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** Whether all of it has come with the head of the request. */
    public static boolean isHere(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        return length >= 0 && request.getInputStream().available() >= length;
    }

    /**
     * Reads the body.
     *
     * @throws Refusal {@code payload-too-large}, whether the length was announced or not
     */
    public static Body of(HttpServletRequest request) throws IOException {
        return of(request, FOREVER);
    }

    /**
     * Reads the body as long as something comes, for so long in all.
     *
     * @throws Refusal {@code payload-too-large}, whether the length was announced or not; {@code request-timeout}
     */
    public static Body of(HttpServletRequest request, Duration patience) throws IOException {
        if (request.getContentLengthLong() > LIMIT) {
            throw new Refusal(Problem.PAYLOAD_TOO_LARGE, null);
        }
        long begin = System.nanoTime();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        InputStream in = request.getInputStream();
        for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
            bytes.write(buffer, 0, read);
            if (bytes.size() > LIMIT) {
                throw new Refusal(Problem.PAYLOAD_TOO_LARGE, null);
            }
            if (System.nanoTime() - begin > patience.toNanos()) {
                throw new Refusal(Problem.REQUEST_TIMEOUT, null);
            }
        }
        return new Body(request, bytes.toByteArray());
    }

    /** Reads on and forgets, so that a sender who does not listen before everything is sent gets to see the answer. */
    public static void drop(HttpServletRequest request, Duration patience) throws IOException {
        long begin = System.nanoTime();
        byte[] buffer = new byte[BUFFER];
        InputStream in = request.getInputStream();
        long dropped = 0;
        try {
            while (dropped < DROPPED && System.nanoTime() - begin < patience.toNanos()) {
                int read = read(in, buffer);
                if (read < 0) {
                    return;
                }
                dropped += read;
            }
        } catch (Refusal e) {
            LOG.debug("Nothing more comes", e);
        }
    }

    private static int read(InputStream in, byte[] buffer) throws IOException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            if (e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException) {
                throw new Refusal(Problem.REQUEST_TIMEOUT, null);
            }
            throw e;
        }
    }

    public byte[] bytes() {
        return bytes;
    }

    /** The same request with another body. */
    public Body with(byte[] other) {
        return new Body((HttpServletRequest) getRequest(), other);
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        return new ServletInputStream() {
            @Override
            public int read() {
                return in.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return in.read(buffer, offset, length);
            }

            @Override
            public boolean isFinished() {
                return in.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("The body is read at once");
            }
        };
    }

    /** Nothing is of no type, whatever a client says that sends it. */
    @Override
    public @Nullable String getContentType() {
        return bytes.length == 0 ? null : super.getContentType();
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isTypeOfNothing(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isTypeOfNothing(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    private boolean isTypeOfNothing(String header) {
        return bytes.length == 0 && header.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    /** A form's fields too, which the container does not find any more. */
    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
        if (getMethod().equals("POST") && String.valueOf(getContentType()).startsWith(FORM)) {
            for (String field : new String(bytes, StandardCharsets.UTF_8).split("&", -1)) {
                String[] pair = field.split("=", 2);
                all.merge(decoded(pair[0]), new String[] {pair.length == 1 ? "" : decoded(pair[1])}, Body::joined);
            }
        }
        return all;
    }

    private static String[] joined(String[] some, String[] more) {
        return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
