package org.tradeassurance.web.doors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.web.Body;
import org.tradeassurance.web.Problems;

/**
 * Refuses queries and filters that carry an expression for the engine to run (CVE-2026-109432): a key that ends in {@code Expression},
 * at any depth of a body or in the query string. Also keeps bodies small.
 */
class ExpressionKeys extends OncePerRequestFilter {

    private static final String ENDING = "expression";

    private final JsonFactory json = new JsonFactory();
    private final Problems problems;

    ExpressionKeys(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Body body;
        try {
            body = Body.of(request);
            checkParameters(request.getQueryString());
            checkBody(body.bytes());
        } catch (Refusal e) {
            problems.write(request, response, e);
            return;
        }
        chain.doFilter(body, response);
    }

    private static void checkParameters(@Nullable String query) {
        if (query != null) {
            for (String parameter : query.split("&", -1)) {
                String name = parameter.split("=", 2)[0];
                try {
                    check(URLDecoder.decode(name, StandardCharsets.UTF_8));
                } catch (IllegalArgumentException e) {
                    throw new Refusal(Problem.MALFORMED_REQUEST, null);
                }
            }
        }
    }

    /** What is no JSON has no business here either: another parser may be less strict than ours. */
    private void checkBody(byte[] body) {
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    check(parser.currentName());
                }
            }
        } catch (IOException e) {
            throw new Refusal(Problem.MALFORMED_REQUEST, null);
        }
    }

    private static void check(String key) {
        if (key.toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            throw new Refusal(Problem.MALFORMED_REQUEST, null).field(key, "field.expression");
        }
    }
}
