package org.tradeassurance.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** A request whose body, at most 256 KiB, is in memory and can be read again. */
public final class Body extends HttpServletRequestWrapper {

    public static final int LIMIT = 256 * 1024;

    private final byte[] bytes;

    private Body(HttpServletRequest request, byte[] bytes) {
        super(request);
        this.bytes = bytes;
    }

    /**
     * Reads the body.
     *
     * @throws Refusal {@code payload-too-large}, whether the length was announced or not
     */
    public static Body of(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LIMIT) {
            throw new Refusal(Problem.PAYLOAD_TOO_LARGE, null);
        }
        byte[] bytes = request.getInputStream().readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new Refusal(Problem.PAYLOAD_TOO_LARGE, null);
        }
        return new Body(request, bytes);
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
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
