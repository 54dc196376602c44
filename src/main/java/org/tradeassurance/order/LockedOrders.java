package org.tradeassurance.order;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The orders that this transaction has locked or stored, as they are now: nobody else can change them, so nobody has to read them again.
 * Nothing here works in savepoints: what is rolled back takes the whole transaction with it, and all that is registered with it.
 */
final class LockedOrders implements TransactionSynchronization {

    private final Map<OrderNo, Order> orders = new HashMap<>();

    /** Locked without being read. */
    private final Set<OrderNo> held = new HashSet<>();

    private LockedOrders() {}

    static Optional<Order> find(OrderNo no) {
        return ofTransaction().map(locked -> locked.orders.get(no));
    }

    /** Keeps an order until the transaction ends; without a transaction there is no lock to rely on, and nothing is kept. */
    static Order keep(Order order) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            ofTransaction().orElseGet(LockedOrders::begin).orders.put(order.no(), order);
        }
        return order;
    }

    static void hold(OrderNo no) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            ofTransaction().orElseGet(LockedOrders::begin).held.add(no);
        }
    }

    static boolean isHeld(OrderNo no) {
        return ofTransaction()
                .filter(locked -> locked.held.contains(no) || locked.orders.containsKey(no))
                .isPresent();
    }

    private static Optional<LockedOrders> ofTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? TransactionSynchronizationManager.getSynchronizations().stream()
                        .filter(LockedOrders.class::isInstance)
                        .map(LockedOrders.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    private static LockedOrders begin() {
        LockedOrders begun = new LockedOrders();
        TransactionSynchronizationManager.registerSynchronization(begun);
        return begun;
    }
}
