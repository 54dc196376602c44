package org.tradeassurance.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tradeassurance.start.StartRefused;

/**
 * Sends the outbox by SMTP where a server is configured, in batches, beside all commands and jobs; every node may. A mail is sent once,
 * twice at most if a node dies between sending and noting it.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class MailRelay {

    private static final Logger LOG = LoggerFactory.getLogger(MailRelay.class);
    private static final int BATCH = 50;
    private static final String SUPPLIER_ID = "{supplierId}";

    /** Longer than the timeouts of one mail together. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Retries RETRIES = new Retries(Duration.ofMinutes(2), Duration.ofHours(6), 12);
    private static final int LONGEST_ERROR = 500;

    private final Mails mails;
    private final JavaMailSender sender;
    private final String from;
    private final String supplierAddress;

    /** @param supplierAddress where suppliers read mail, with {@code {supplierId}} in place of the id; empty: nowhere */
    MailRelay(
            Mails mails,
            JavaMailSender sender,
            @Value("${spring.mail.host}") String host,
            @Value("${trade-assurance.mail.from:}") String from,
            @Value("${trade-assurance.mail.supplier-address:}") String supplierAddress) {
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
        for (int sent = 0; sent < BATCH; sent++) {
            Optional<Mail> mail = mails.take(LEASE);
            if (mail.isEmpty()) {
                return;
            }
            send(mail.get());
        }
    }

    private void send(Mail mail) {
        String address = address(mail.recipient());
        if (address == null) {
            mails.failed(mail.id(), "no address: trade-assurance.mail.supplier-address is not set", null);
            return;
        }
        try {
            sender.send(message(mail, address));
            mails.sent(mail.id());
        } catch (MailException | MessagingException e) {
            Duration pause = RETRIES.pause(mail.attempts());
            LOG.warn(
                    "Mail {} of order {} could not be sent, attempt {}{}: {}",
                    mail.id(),
                    mail.orderNo(),
                    mail.attempts(),
                    pause == null ? ", given up" : "",
                    e.getMessage());
            String error = String.valueOf(e.getMessage());
            mails.failed(mail.id(), error.substring(0, Math.min(LONGEST_ERROR, error.length())), pause);
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
