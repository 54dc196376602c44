package org.tradeassurance.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Leg;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Tally;

/** The fund-info tab of an order, and how its next payment is made (资金信息, PAY-03, UI-07). */
@RestController
@RequestMapping("/api/v1/orders/{orderNo}")
class FundsController {

    private final Orders orders;
    private final Remittances remittances;
    private final Matching matching;
    private final PaymentMethods methods;
    private final Refunds refunds;
    private final ReturnedPayouts returned;

    FundsController(
            Orders orders,
            Remittances remittances,
            Matching matching,
            PaymentMethods methods,
            Refunds refunds,
            ReturnedPayouts returned) {
        this.orders = orders;
        this.remittances = remittances;
        this.matching = matching;
        this.methods = methods;
        this.refunds = refunds;
        this.returned = returned;
    }

    /** What was agreed and received, and what goes back: due until it is paid out, and again if the pay-out came back; a leg that is closed owes nothing more. */
    record FundsView(
            OrderNo orderNo,
            String account,
            Money depositAgreed,
            Money depositReceived,
            Money depositOwed,
            Money balanceAgreed,
            Money balanceReceived,
            Money balanceOwed,
            Money refundDue,
            List<Entry> remittances,
            List<Refund> refunds,
            List<ReturnedPayouts.Returned> returnedPayouts) {}

    /** A remittance and where its money lies; amount and refunds are in its own currency. */
    record Entry(
            String remittanceId,
            Remittance.State state,
            String bankReference,
            String amount,
            String currency,
            String method,
            @Nullable Instant receivedAt,
            Instant notifiedAt,
            @Nullable Instant postedAt,
            Money appliedToDeposit,
            Money appliedToBalance,
            Money refundDue,
            Money refundPaid) {

        static Entry of(Remittance r) {
            Notification n = r.notification();
            return new Entry(
                    r.id(),
                    r.state(),
                    n.bankReference(),
                    n.amount().toPlainString(),
                    n.currency(),
                    n.method(),
                    n.details().receivedAt(),
                    r.notifiedAt(),
                    r.postedAt(),
                    r.allocation().deposit(),
                    r.allocation().balance(),
                    r.allocation().refund(),
                    r.allocation().paid());
        }
    }

    /** How a leg is paid: the amount that is owed, and for each way to pay it the fee and what the buyer pays in all (PAY-20 to PAY-23). */
    record PaymentDetails(OrderNo orderNo, Leg leg, String account, Money amount, List<PaymentMethods.Offer> methods) {}

    @GetMapping("/funds")
    FundsView funds(@PathVariable OrderNo orderNo) {
        Order order = orders.getVisible(orderNo);
        Tally tally = Tally.of(order);
        return new FundsView(
                orderNo,
                matching.accountOf(orderNo),
                order.amounts().deposit(),
                order.funds().depositReceived(),
                tally.owed(Leg.DEPOSIT),
                order.amounts().balance(),
                order.funds().balanceReceived(),
                tally.owed(Leg.BALANCE),
                order.funds().refundDue(),
                remittances.of(orderNo).stream().map(Entry::of).toList(),
                refunds.of(orderNo),
                returned.of(orderNo));
    }

    /** Of the leg that is open unless another is asked for. */
    @GetMapping("/payment-details")
    PaymentDetails paymentDetails(@PathVariable OrderNo orderNo, @RequestParam(required = false) @Nullable Leg leg) {
        Order order = orders.getVisible(orderNo);
        Tally tally = Tally.of(order);
        Leg asked = leg == null ? tally.leg() : leg;
        Money owed = tally.owed(asked);
        return new PaymentDetails(
                orderNo, asked, matching.accountOf(orderNo), owed, methods.offers(order, asked, owed));
    }
}
