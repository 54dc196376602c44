package org.tradeassurance.process;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tradeassurance.order.OrderNo;

/**
 * Orders that are set right: each in a transaction of its own, so that one that cannot be holds up no other. Where none can begin, the rest
 * waits for the next run.
 */
@Component
public class OrderSweep {

    private static final Logger LOG = LoggerFactory.getLogger(OrderSweep.class);

    private final TransactionOperations transaction;
    private final FactsNotTaken notTaken;

    OrderSweep(TransactionOperations transaction, FactsNotTaken notTaken) {
        this.transaction = transaction;
        this.notTaken = notTaken;
    }

    public void each(List<OrderNo> orders, Consumer<OrderNo> step) {
        for (OrderNo no : orders) {
            try {
                transaction.executeWithoutResult(status -> step.accept(no));
            } catch (NotTaken failed) {
                LOG.warn("{}", failed.getMessage());
                transaction.executeWithoutResult(status -> notTaken.keep(failed));
            } catch (RuntimeException e) {
                if (Outage.cameFirst(e)) {
                    throw e;
                }
                LOG.warn("Order {} is tried again in a moment", no, e);
            }
        }
    }
}
