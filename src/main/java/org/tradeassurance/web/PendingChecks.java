package org.tradeassurance.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderViews;

/**
 * {@code Prefer: wait=5}: holds an answer back, without a connection, until its order has no pending checks or the time is over.
 * An answer that shows the order shows it as it is then; another, such as that to a remittance, stays as it was.
 */
@Component
class PendingChecks {

    private static final int LONGEST_WAIT_IN_SECONDS = 10;
    private static final int PAUSE_IN_MILLIS = 100;
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,9})");

    private final OrderViews orders;
    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    PendingChecks(OrderViews orders, IdempotencyKeys keys, ObjectMapper json) {
        this.orders = orders;
        this.keys = keys;
        this.json = json;
    }

    void await(HttpServletRequest request, CommandResponse answer, IdempotencyKeys.@Nullable Key key)
            throws IOException {
        int seconds = seconds(request);
        boolean mayWait = answer.getStatus() / 100 == 2 && answer.getContentSize() > 0 && !answer.isReplayed();
        if (seconds == 0 || !mayWait) {
            return;
        }
        JsonNode told = json.readTree(answer.getContentAsByteArray());
        answer.setHeader(CommandHeaders.PREFERENCE_APPLIED, "wait=" + seconds);
        boolean isOrder = told.has("pendingChecks");
        if ((isOrder && told.path("pendingChecks").isEmpty())
                || !OrderNo.isOrderNo(told.path("orderNo").asText())) {
            return;
        }
        byte[] later = later(new OrderNo(told.path("orderNo").asText()), seconds);
        if (isOrder) {
            answer.replaceBody(later);
            if (key != null) {
                keys.replaceBody(key, new String(later, StandardCharsets.UTF_8));
            }
        }
    }

    private byte[] later(OrderNo orderNo, int seconds) throws IOException {
        long begin = System.nanoTime();
        while (true) {
            JsonNode order = json.valueToTree(orders.get(orderNo));
            boolean over = System.nanoTime() - begin >= TimeUnit.SECONDS.toNanos(seconds);
            if (over || order.path("pendingChecks").isEmpty() || !slept()) {
                return json.writeValueAsBytes(order);
            }
        }
    }

    private static boolean slept() {
        try {
            Thread.sleep(PAUSE_IN_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Nothing in this header is ever an error (RFC 7240). */
    private static int seconds(HttpServletRequest request) {
        for (String value : Collections.list(request.getHeaders(CommandHeaders.PREFER))) {
            Matcher wait = WAIT.matcher(value);
            if (wait.find()) {
                return Math.min(LONGEST_WAIT_IN_SECONDS, Integer.parseInt(wait.group(1)));
            }
        }
        return 0;
    }
}
