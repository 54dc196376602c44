package org.tradeassurance.drafting;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.drafting.OrderRequest.AcknowledgedBody;
import org.tradeassurance.drafting.OrderRequest.BuyerBody;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Completeness;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Deadlines;
import org.tradeassurance.order.ExternalReference;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Funds;
import org.tradeassurance.order.OperationRecord;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.Acknowledged;
import org.tradeassurance.order.Order.Agreement;
import org.tradeassurance.order.Order.Buyer;
import org.tradeassurance.order.Order.Confirmation;
import org.tradeassurance.order.Order.Coverage;
import org.tradeassurance.order.Order.ExportCheck;
import org.tradeassurance.order.Order.Parties;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Origin;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Progress;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.order.Shipment;
import org.tradeassurance.process.OrderProcess;
import org.tradeassurance.supplier.Standings;

/** Opens orders: reads what was sent, stores the first version of the contract and starts the order's process. */
@Component
class Drafts {

    static final int NAME_LENGTH = 200;
    static final String COUNTRY_FORMAT = "^[A-Z]{2}$";

    private final Orders orders;
    private final OrderProcess process;
    private final Contracts contracts;
    private final OrderTemplates templates;
    private final OperationRecord record;
    private final Standings standings;
    private final Clock clock;

    Drafts(
            Orders orders,
            OrderProcess process,
            Contracts contracts,
            OrderTemplates templates,
            OperationRecord record,
            Standings standings,
            Clock clock) {
        this.orders = orders;
        this.process = process;
        this.contracts = contracts;
        this.templates = templates;
        this.record = record;
        this.standings = standings;
        this.clock = clock;
    }

    /**
     * Opens an order for the caller and starts its process.
     *
     * @throws Refusal {@code invalid-field} for what cannot be read, {@code forbidden} for a party that cannot open this order, and all that
     *     the process refuses; nothing is stored then
     */
    OrderNo open(OrderRequest request) {
        OrderNo no = store(request);
        try {
            process.start(no);
        } catch (Refusal refusal) {
            throw refusal.ofNewOrder();
        }
        return no;
    }

    /** The same where the process has just been started and waits for its number. */
    OrderNo store(OrderRequest request) {
        Fields fields = new Fields();
        Origin origin = fields.oneOf("origin", request.origin(), Origin.class);
        OrderTemplate template = request.templateId() == null ? null : templates.get(request.templateId());
        String supplierId = fields.text(
                "supplierId",
                template == null || request.supplierId() != null ? request.supplierId() : template.supplierId(),
                NAME_LENGTH);
        Buyer buyer = buyer(fields, request.buyer());
        Contract given = contracts.read(null, fields, request.content());
        Contract contract = template == null ? given : template.startedBy(request, given);
        contracts.requireOffered(fields, contract.shipping().transport());
        if (origin == null && (request.origin() == null || request.origin().isBlank())) {
            fields.reject("origin", "field.required");
        }
        if (supplierId == null) {
            fields.reject("supplierId", "field.required");
        }
        if (buyer.email().isEmpty()) {
            fields.reject("buyer.email", "field.required");
        }
        fields.check();
        Parties parties = new Parties(
                Objects.requireNonNull(origin),
                Objects.requireNonNull(supplierId),
                buyer,
                acknowledged(request.acknowledged(), new Acknowledged(false, false)));
        String reference = ExternalReference.read(request.externalReference());
        Party author = author(parties, fields.oneOf("party", request.party(), Party.class));
        requireKnownSupplier(supplierId);
        requireAmounts(null, contract);
        boolean submit = !Boolean.FALSE.equals(request.submit());
        return store(parties, contract, author, submit, reference);
    }

    private OrderNo store(
            Parties parties, Contract contract, Party author, boolean submit, @Nullable String externalReference) {
        boolean inquiry = parties.origin() == Origin.INQUIRY;
        OrderNo no = orders.nextNumber();
        Order order = new Order(
                no,
                parties,
                new Progress(
                        inquiry ? OrderStatus.NEGOTIATING : OrderStatus.DRAFT,
                        clock.instant(),
                        submit && !inquiry ? clock.instant() : null,
                        null,
                        null,
                        null,
                        false,
                        null),
                new Agreement(1, contract, null, Confirmation.NONE, Confirmation.NONE, null),
                new Coverage(Money.ZERO, Coverage.State.NONE),
                new Funds(Money.ZERO, Money.ZERO, Money.ZERO, null, null, false),
                new Shipment(null, null, null, null, null, ExportCheck.NOT_ASKED, false),
                Deadlines.NONE);
        orders.add(order, author, externalReference);
        record.add(order, Fact.ORDER_OPENED, parties.origin().name());
        return no;
    }

    /** Amounts that can be computed must add up, in a draft too (AMT-02 to AMT-04). */
    static void requireAmounts(@Nullable OrderNo no, Contract contract) {
        boolean known = Completeness.of(contract).missing().stream()
                .noneMatch(field ->
                        field.endsWith("quantity") || field.endsWith("unitPrice") || field.equals("payment.deposit"));
        if (known && !contract.amounts().addUp()) {
            throw new Refusal(
                    Problem.INVALID_AMOUNTS,
                    no,
                    contract.amounts().total(),
                    contract.amounts().deposit());
        }
    }

    static Buyer buyer(Fields fields, @Nullable BuyerBody body) {
        if (body == null) {
            return new Buyer("", null, null, null);
        }
        String email = fields.email("buyer.email", body.email());
        String country = fields.text("buyer.country", body.country(), 2);
        if (country != null && !country.matches(COUNTRY_FORMAT)) {
            fields.reject("buyer.country", "field.country");
        }
        return new Buyer(
                email == null ? "" : email.toLowerCase(Locale.ROOT),
                country,
                fields.oneOf("buyer.accountType", body.accountType(), Order.AccountType.class),
                fields.text("buyer.name", body.name(), NAME_LENGTH));
    }

    static Acknowledged acknowledged(@Nullable AcknowledgedBody body, Acknowledged before) {
        if (body == null) {
            return before;
        }
        return new Acknowledged(
                before.serviceAgreement() || Boolean.TRUE.equals(body.serviceAgreement()),
                before.exportService() || Boolean.TRUE.equals(body.exportService()));
    }

    /** A supplier drafts for itself, a buyer orders for itself, both may inquire; the platform for anyone. */
    private static Party author(Parties parties, @Nullable Party named) {
        Account account = Account.current();
        Party own = account.ownParty();
        Party usual = own != null && parties.origin() == Origin.INQUIRY
                ? own
                : parties.origin().draftedBy();
        Party acting = named == null ? usual : named;
        boolean foreign = (own != null && acting != own)
                || (parties.origin() != Origin.INQUIRY && acting != usual)
                || (account.supplierId() != null && !account.supplierId().equals(parties.supplierId()))
                || (account.buyerEmail() != null
                        && !account.buyerEmail().equals(parties.buyer().email()));
        if (foreign) {
            throw new Refusal(Problem.FORBIDDEN, null);
        }
        return acting;
    }

    private void requireKnownSupplier(String supplierId) {
        if (!standings.knows(supplierId)) {
            throw new Refusal(Problem.SUPPLIER_NOT_ELIGIBLE, null, supplierId, "-");
        }
    }
}
