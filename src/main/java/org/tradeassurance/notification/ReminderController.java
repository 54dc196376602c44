package org.tradeassurance.notification;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderView;
import org.tradeassurance.order.OrderViews;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.PartyBody;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** One party reminds the other that it is its turn (NEG-09), at most once an hour. */
@RestController
@RequestMapping("/api/v1/orders/{orderNo}/reminders")
class ReminderController {

    private static final String TEMPLATE = "reminder";
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Orders orders;
    private final OrderViews views;
    private final Outbox outbox;
    private final OperationRecord record;
    private final Clock clock;

    ReminderController(Orders orders, OrderViews views, Outbox outbox, OperationRecord record, Clock clock) {
        this.orders = orders;
        this.views = views;
        this.outbox = outbox;
        this.record = record;
        this.clock = clock;
    }

    @PostMapping
    OrderView remind(
            @PathVariable OrderNo orderNo,
            @RequestBody(required = false) @Nullable PartyBody body,
            HttpServletResponse response) {
        Order order = orders.lockVisible(orderNo);
        Party party = Account.current().actingAs(PartyBody.partyOf(body));
        Action.REMINDERS.require(order, party, clock.instant());
        String recipient = party == Party.SUPPLIER
                ? order.parties().buyer().email()
                : order.parties().supplierId();
        outbox.lastSince(orderNo, recipient, TEMPLATE, PAUSE).ifPresent(last -> {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(secondsUntil(last.plus(PAUSE))));
            throw new Refusal(Problem.TOO_MANY_REQUESTS, orderNo).saying("reminder.too-early");
        });
        outbox.mail(orderNo, recipient, TEMPLATE);
        record.add(order, Fact.REMINDER_SENT, recipient);
        return views.get(orderNo);
    }

    /** Rounded up, so that who waits as long is not refused again. */
    private long secondsUntil(Instant next) {
        return Duration.between(clock.instant(), next).plusMillis(999).toSeconds();
    }
}
