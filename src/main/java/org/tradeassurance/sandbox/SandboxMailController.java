package org.tradeassurance.sandbox;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.notification.Mail;
import org.tradeassurance.notification.Mails;
import org.tradeassurance.order.Page;
import org.tradeassurance.order.PageRequest;

/** The mails that people would have got: a sandbox without a mail server keeps them to be read here. */
@RestController
@Profile(SandboxMode.PROFILE)
@RequestMapping("/api/v1/sandbox/mails")
class SandboxMailController {

    private final Mails mails;

    SandboxMailController(Mails mails) {
        this.mails = mails;
    }

    @GetMapping
    Page<Mail> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return mails.list(PageRequest.of(limit, cursor, "\\d{1,18}"));
    }
}
