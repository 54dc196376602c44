package org.tradeassurance.notification;

import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tradeassurance.order.Effect;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.process.OrderTask;
import org.tradeassurance.process.Staff;
import org.tradeassurance.process.Steps;

/** A step for models that analysts draw: a mail in their own words. */
@Configuration(proxyBeanMethods = false)
class MailSteps {

    /** @param staff members of a desk are told, in both languages */
    record SendWritten(OrderNo no, String recipient, boolean staff, Written written) implements Effect {}

    /** To {@code BUYER}, {@code SUPPLIER}, or all members of a desk. */
    @Bean
    OrderTask sendMailDelegate(Steps steps, Staff staff) {
        return steps.task((order, given) -> {
            String to = Objects.requireNonNullElse(given.text("to"), "").strip();
            boolean party = to.equals("BUYER") || to.equals("SUPPLIER");
            List<String> recipients = party ? List.of(recipient(order, to)) : staff.addressesOf(to);
            if (recipients.isEmpty()) {
                throw new IllegalStateException("Nobody reads a mail to \"%s\"".formatted(to));
            }
            return send(order, recipients, !party, Written.of(given::text));
        });
    }

    private static String recipient(Order order, String party) {
        return party.equals("BUYER")
                ? order.parties().buyer().email()
                : order.parties().supplierId();
    }

    static Outcome send(Order order, List<String> recipients, boolean staff, Written written) {
        Outcome outcome = Outcome.of(order);
        for (String recipient : recipients) {
            outcome = outcome.then(new SendWritten(order.no(), recipient, staff, written));
        }
        return outcome;
    }
}
