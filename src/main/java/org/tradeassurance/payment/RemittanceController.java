package org.tradeassurance.payment;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Refusal;

/** Banks and payment processors notify money here; an answer is sent after it is stored. */
@RestController
@RequestMapping("/api/v1/remittances")
class RemittanceController {

    private final Inbox inbox;
    private final Remittances remittances;

    RemittanceController(Inbox inbox, Remittances remittances) {
        this.inbox = inbox;
        this.remittances = remittances;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Remittance.Answer receive(@RequestBody RemittanceRequest request) {
        return inbox.receive(request.parse()).answer();
    }

    /** A bank sees what it notified itself. */
    @GetMapping("/{remittanceId}")
    Remittance.Answer get(@PathVariable String remittanceId) {
        return remittances.findVisible(remittanceId).map(Remittance::answer).orElseThrow(Refusal::notFound);
    }
}
