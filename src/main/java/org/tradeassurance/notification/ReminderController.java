package org.tradeassurance.notification;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderView;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.PartyBody;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.Acts;

/** One party reminds the other that it is its turn (NEG-09), at most once an hour. */
@RestController
@RequestMapping("/api/v1/orders/{orderNo}/reminders")
class ReminderController {

    private static final String TEMPLATE = "reminder";
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Acts acts;
    private final Outbox outbox;

    ReminderController(Acts acts, Outbox outbox) {
        this.acts = acts;
        this.outbox = outbox;
    }

    @PostMapping
    OrderView remind(
            @PathVariable OrderNo orderNo,
            @RequestBody(required = false) @Nullable PartyBody body,
            HttpServletResponse response) {
        return acts.take(orderNo, Action.REMINDERS, PartyBody.partyOf(body), () -> (order, party, now) -> {
            SendMail mail =
                    party == Party.SUPPLIER ? SendMail.toBuyer(order, TEMPLATE) : SendMail.toSupplier(order, TEMPLATE);
            outbox.lastSince(orderNo, mail.recipient(), TEMPLATE, PAUSE).ifPresent(last -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, secondsFrom(now, last.plus(PAUSE)));
                throw new Refusal(Problem.TOO_MANY_REQUESTS, orderNo).saying("reminder.too-early");
            });
            return Outcome.of(order).told(Fact.REMINDER_SENT, mail.recipient()).then(mail);
        });
    }

    /** Rounded up, so that who waits as long is not refused again. */
    private static String secondsFrom(Instant now, Instant next) {
        return Long.toString(Duration.between(now, next).plusMillis(999).toSeconds());
    }
}
