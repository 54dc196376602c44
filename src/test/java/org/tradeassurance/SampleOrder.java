package org.tradeassurance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Contract.CoverageMode;
import org.tradeassurance.order.Deadlines;
import org.tradeassurance.order.Funds;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Origin;
import org.tradeassurance.order.Progress;
import org.tradeassurance.order.Shipment;

/** An order of Acme with S-1001 over 40,000 USD that has come as far as a test needs it. */
public record SampleOrder(OrderNo no, Instant confirmedAt) {

    /** Deposit accepted in full, coverage none, shipment due on a date. */
    public Order awaitingShipment(LocalDate agreed, String transport, String deposit) {
        Contract contract = contract(agreed, transport, deposit);
        Order.Confirmation confirmed = new Order.Confirmation(1, confirmedAt);
        return new Order(
                no,
                new Order.Parties(
                        Origin.SUPPLIER_DRAFT,
                        "S-1001",
                        new Order.Buyer("acme@example.com", "GB", Order.AccountType.OVERSEAS_FREE, "Acme Ltd"),
                        new Order.Acknowledged(true, true)),
                new Progress(
                        OrderStatus.AWAITING_SHIPMENT, confirmedAt, confirmedAt, null, confirmedAt, null, false, null),
                new Order.Agreement(1, contract, null, confirmed, confirmed, null),
                new Order.Coverage(Money.ZERO, Order.Coverage.State.NONE),
                new Funds(Money.of(deposit), Money.ZERO, Money.ZERO, confirmedAt, null, false),
                new Shipment(null, null, null, null, null, Order.ExportCheck.ALLOWED, false).agreed(agreed, 0),
                Deadlines.NONE.payment(confirmedAt));
    }

    /** The same before anything was paid. */
    public Order awaitingDeposit(LocalDate agreed, String deposit) {
        Order paid = awaitingShipment(agreed, "SEA", deposit);
        return new Order(
                no,
                paid.parties(),
                new Progress(OrderStatus.AWAITING_DEPOSIT, confirmedAt, confirmedAt, null, null, null, false, null),
                paid.agreement(),
                paid.coverage(),
                new Funds(Money.ZERO, Money.ZERO, Money.ZERO, null, null, false),
                new Shipment(null, null, null, null, null, Order.ExportCheck.ALLOWED, false),
                paid.deadlines());
    }

    private static Contract contract(LocalDate agreed, String transport, String deposit) {
        return new Contract(
                List.of(line("P-100", "LIGHTING")),
                new Contract.Shipping(
                        transport,
                        Contract.Incoterm.FOB,
                        "GB",
                        Money.ZERO,
                        Money.ZERO,
                        new Contract.ShipBy(agreed, null),
                        null),
                new Contract.Payment(EnumSet.of(Contract.PaymentMethod.TT), Money.of(deposit), Money.ZERO),
                CoverageMode.NONE,
                null,
                null,
                "");
    }

    public static Contract.Line line(@Nullable String productId, @Nullable String category) {
        return new Contract.Line(productId, "Desk light, dimmable", category, "500", "Set", Money.of("80.00"));
    }
}
