package org.tradeassurance.eligibility;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.process.OrderTask;
import org.tradeassurance.process.Steps;

/** Refuses an order whose buyer or supplier may not use trade assurance. */
@Configuration(proxyBeanMethods = false)
class EligibilitySteps {

    @Bean
    OrderTask checkEligibilityDelegate(Steps steps, Eligibility eligibility) {
        return steps.task((order, given) -> {
            eligibility.requireSupplier(order);
            eligibility.requireBuyer(order);
            return Outcome.of(order);
        });
    }
}
