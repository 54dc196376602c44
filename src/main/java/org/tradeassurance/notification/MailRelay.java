package org.tradeassurance.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tradeassurance.notification.Relay.After;
import org.tradeassurance.notification.Relay.Failure;
import org.tradeassurance.start.StartRefused;

/** Sends the outbox by SMTP where a server is configured, in batches. */
@Component
@ConditionalOnProperty("spring.mail.host")
class MailRelay {

    private static final int BATCH = 50;
    private static final String SUPPLIER_ID = "{supplierId}";

    /** Longer than the timeouts of one mail together. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Retries RETRIES = new Retries(Duration.ofMinutes(2), Duration.ofHours(6), 12);

    private final Relay<Mail> relay;
    private final Mails mails;
    private final JavaMailSender sender;
    private final String from;
    private final String supplierAddress;

    /** @param supplierAddress where suppliers read mail, with {@code {supplierId}} in place of the id; empty: nowhere */
    MailRelay(
            JdbcClient jdbc,
            Mails mails,
            JavaMailSender sender,
            @Value("${spring.mail.host}") String host,
            @Value("${trade-assurance.mail.from:}") String from,
            @Value("${trade-assurance.mail.supplier-address:}") String supplierAddress) {
        this.relay = new Relay<>(jdbc, "outbox_mail", "id", RETRIES);
        this.mails = mails;
        this.sender = sender;
        this.from = from;
        this.supplierAddress = supplierAddress;
        if (host.isBlank()) {
            throw new StartRefused("Set spring.mail.host to the mail server, or leave it out: then no mail is sent.");
        }
        if (!isAddress(from)) {
            throw new StartRefused("Set trade-assurance.mail.from to the e-mail address that mails come from:"
                    + " with spring.mail.host they are sent.");
        }
        if (!supplierAddress.isEmpty() && !isAddress(supplierAddress.replace(SUPPLIER_ID, "S-1"))) {
            throw new StartRefused("Set trade-assurance.mail.supplier-address to the e-mail address of suppliers,"
                    + " with {supplierId} in place of the id, or leave it out.");
        }
    }

    private static boolean isAddress(String text) {
        try {
            new InternetAddress(text, true);
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    @Scheduled(fixedDelayString = "${trade-assurance.mail.pause:PT5S}")
    void relay() {
        relay.run(BATCH, () -> mails.take(LEASE), this::send);
    }

    private @Nullable Failure send(Mail mail) {
        String address = address(mail.recipient());
        if (address == null) {
            return new Failure("no address: trade-assurance.mail.supplier-address is not set", After.GIVE_IT_UP);
        }
        try {
            sender.send(message(mail, address));
            return null;
        } catch (MailException | MessagingException e) {
            return new Failure(String.valueOf(e.getMessage()), After.SEND_THE_NEXT);
        }
    }

    private MimeMessage message(Mail mail, String address) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(address);
        helper.setSubject(mail.subject());
        helper.setText(mail.body());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private @Nullable String address(String recipient) {
        if (recipient.indexOf('@') >= 0) {
            return recipient;
        }
        return supplierAddress.isEmpty() ? null : supplierAddress.replace(SUPPLIER_ID, recipient);
    }
}
