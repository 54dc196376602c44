package org.tradeassurance.process.explanation;

import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;

/** Where everybody reads why an order is where it is. */
@RestController
class ExplanationController {

    private final Orders orders;
    private final Explanations explanations;

    ExplanationController(Orders orders, Explanations explanations) {
        this.orders = orders;
        this.explanations = explanations;
    }

    @GetMapping("/api/v1/orders/{orderNo}/explanation")
    Explanation explanation(@PathVariable OrderNo orderNo, Locale locale) {
        return explanations.of(orders.getVisible(orderNo), locale);
    }
}
