package org.tradeassurance.notification;

import java.time.Instant;
import java.util.UUID;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;

/**
 * An event of an order on its way to one subscriber.
 *
 * @param sequence counts the events of this order for this subscriber, from 1 and without gaps
 * @param status of the order when the event came to stay
 * @param attempts to send it, this one included
 * @param takenAt on the system's clock, in seconds since 1970
 */
record Webhook(
        UUID id,
        String subscriber,
        OrderNo orderNo,
        int sequence,
        String event,
        OrderStatus status,
        int contractVersion,
        Instant occurredAt,
        int attempts,
        long takenAt)
        implements Relay.Item {

    @Override
    public String named() {
        return "Event %d of order %s to webhook %s".formatted(sequence, orderNo, subscriber);
    }
}
