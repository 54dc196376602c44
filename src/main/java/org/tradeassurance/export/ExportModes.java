package org.tradeassurance.export;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.process.Decisions;

/** Which products go through the export service and which the supplier exports itself: table {@code export-mode} (EXP-01, AMB-09). */
@Component
public class ExportModes {

    private final Orders orders;
    private final Decisions decisions;

    ExportModes(Orders orders, Decisions decisions) {
        this.orders = orders;
        this.decisions = decisions;
    }

    /** Which lines of an order the export service must take, and whether the supplier exports others itself. */
    record Modes(List<Contract.Line> service, boolean supplierExports) {}

    /** As the service knows a product: price and quantity do not matter to it. */
    private record Product(
            @Nullable String id,
            @Nullable String name,
            @Nullable String category) {

        static Product of(Contract.Line line) {
            return new Product(line.productId(), line.product(), line.category());
        }
    }

    Modes of(Order order) {
        return of(order, order.agreement().contract());
    }

    /** Which lines of a proposal the service must take and has not been asked about with the version in force. */
    List<Contract.Line> newToService(Order order, Contract proposed) {
        Set<Product> known = of(order).service().stream().map(Product::of).collect(Collectors.toSet());
        return of(order, proposed).service().stream()
                .filter(line -> !known.contains(Product.of(line)))
                .toList();
    }

    private Modes of(Order order, Contract contract) {
        List<Contract.Line> lines = contract.lines();
        Set<ExportMode> byService = lines.stream()
                .map(ExportMode::of)
                .distinct()
                .filter(product -> decisions.of(order, product).byService())
                .collect(Collectors.toSet());
        List<Contract.Line> service = lines.stream()
                .filter(line -> byService.contains(ExportMode.of(line)))
                .toList();
        return new Modes(service, service.size() < lines.size());
    }

    /** Whether the supplier exports goods of an order itself: bean {@code exportModes} in the models. */
    public boolean supplierExports(String orderNo) {
        return of(orders.get(new OrderNo(orderNo))).supplierExports();
    }
}
