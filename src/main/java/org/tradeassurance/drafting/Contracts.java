package org.tradeassurance.drafting;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Order;
import org.tradeassurance.process.Decisions;
import org.tradeassurance.process.TextLimit;
import org.tradeassurance.shipment.Transports;

/** Reads contracts by what tables allow them to say. */
@Component
class Contracts {

    static final String TRANSPORT = "shipping.transport";

    private final Decisions decisions;
    private final Transports transports;

    Contracts(Decisions decisions, Transports transports) {
        this.decisions = decisions;
        this.transports = transports;
    }

    /** The content of a body as a contract, by the limits of its order if there is one; nothing but its form has been checked. */
    Contract read(@Nullable Order order, Fields fields, OrderRequest.ContentBody body) {
        TextLimit remark = new TextLimit(TextLimit.Kind.REMARK);
        TextLimit.Longest longest = order == null ? decisions.today(null, remark) : decisions.of(order, remark);
        Contract contract = new ContractReader(fields, longest.maxLength()).read(body);
        if (order != null && !carried(order, contract)) {
            requireOffered(fields, contract.shipping().transport());
        }
        return contract;
    }

    /** An order goes on with the transport that it has, also where no new one may choose it any more. */
    private static boolean carried(Order order, Contract contract) {
        return Objects.equals(
                contract.shipping().transport(),
                order.agreement().contract().shipping().transport());
    }

    void requireOffered(Fields fields, @Nullable String transport) {
        List<String> offered =
                transports.today().stream().map(Transports.Transport::code).toList();
        if (transport != null && !offered.contains(transport)) {
            fields.reject(TRANSPORT, "field.one-of", String.join(", ", offered));
        }
    }
}
