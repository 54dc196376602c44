package org.tradeassurance.notification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.OrderNo;

/**
 * A mail with its text.
 *
 * @param orderNo null where it is about tasks
 * @param recipient an e-mail address, or the id of a supplier
 * @param sentAt on the system's clock, null while it waits
 * @param lastError why it could not be sent last time
 */
public record Mail(
        @JsonIgnore Long id,
        @Nullable OrderNo orderNo,
        String recipient,
        String template,
        String subject,
        String body,
        Instant createdAt,
        @Nullable Instant sentAt,
        int attempts,
        @Nullable String lastError)
        implements Relay.Item {

    @Override
    public String named() {
        return "Mail %d of order %s".formatted(id, orderNo);
    }
}
