package org.tradeassurance.drafting;

import static org.tradeassurance.process.TradeOrderModel.MESSAGE_CONTRACT_REVISED;
import static org.tradeassurance.process.TradeOrderModel.MESSAGE_MODIFICATION_LAPSED;
import static org.tradeassurance.process.TradeOrderModel.MESSAGE_MODIFICATION_PROPOSED;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tradeassurance.eligibility.Eligibility;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Fact;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.Order.Buyer;
import org.tradeassurance.order.Order.ExportCheck;
import org.tradeassurance.order.Order.Parties;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderStatus;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Outcome;
import org.tradeassurance.order.Outcomes;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.OrderProcess;

/** New versions of a contract (NEG-08, NEG-11, TR-06): what a version voids, and who has to confirm it. */
@Component
class Revisions {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private final Contracts contracts;
    private final Orders orders;
    private final OrderProcess process;
    private final ModificationLimits limits;
    private final Eligibility eligibility;
    private final Outcomes outcomes;
    private final Clock clock;

    Revisions(
            Contracts contracts,
            Orders orders,
            OrderProcess process,
            ModificationLimits limits,
            Eligibility eligibility,
            Outcomes outcomes,
            Clock clock) {
        this.contracts = contracts;
        this.orders = orders;
        this.process = process;
        this.limits = limits;
        this.eligibility = eligibility;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * Stores a new version for a party.
     *
     * @param ifMatch the version that the caller has read, as an entity tag
     * @throws Refusal {@code if-match-missing}, {@code contract-changed}, {@code modification-not-allowed}, {@code incomplete-order},
     *     {@code invalid-amounts}, {@code ship-date-past}, {@code quota-exceeded}, an eligibility code where the new version is the supplier's commitment (VIO-07), or that the party may not
     *     revise now
     */
    void revise(OrderNo no, @Nullable String ifMatch, ContractRequest request) {
        Order order = orders.lockVisible(no);
        Fields fields = new Fields();
        Party party = Account.current().actingAs(fields.oneOf("party", request.party(), Party.class));
        Contract contract = contracts.read(order, fields, request.content());
        Buyer buyer = request.buyer() == null ? order.parties().buyer() : Drafts.buyer(fields, request.buyer());
        fields.check();
        requireMatch(order, ifMatch);
        Action.CONTRACT.require(order, party, clock.instant());
        Drafts.requireAmounts(no, contract);
        Parties parties = sameParties(order, request.origin(), request.supplierId(), buyer, request.acknowledged());
        if (limits.isProposal(order, contract)) {
            propose(order, contract, party);
        } else {
            adopt(order.with(parties), contract, party);
        }
    }

    /**
     * Completes a draft by its form, as a new version if that says anything new.
     *
     * @throws Refusal {@code invalid-field}, {@code invalid-amounts}, {@code modification-not-allowed}
     */
    void complete(OrderNo no, OrderForm form) {
        if (!form.isFilledIn()) {
            return;
        }
        Order order = orders.lock(no);
        OrderRequest said = form.request();
        Fields fields = new Fields();
        Contract filled = contracts.read(order, fields, said.content());
        Buyer buyer = Drafts.buyer(fields, said.buyer());
        fields.check();
        Contract before = order.agreement().contract();
        Contract contract = new Completion(before, filled, said).contract();
        Drafts.requireAmounts(no, contract);
        Order known = order.with(sameParties(order, null, null, buyer, said.acknowledged()));
        if (contract.equals(before)) {
            outcomes.carryOut(Outcome.of(known));
        } else {
            adopt(known, contract, order.parties().origin().draftedBy());
        }
    }

    /** Beside the version in force a proposal waits for the buyer; a later one ends it, and whoever decides is asked anew (AMB-13, AMB-14). */
    private void propose(Order order, Contract contract, Party party) {
        int version = orders.latestVersion(order.no()) + 1;
        eligibility.requireSupplierOfRunning(order);
        limits.requireProposal(order, order.revised(version, contract));
        if (order.agreement().proposedVersion() != null) {
            process.signalIfWaiting(MESSAGE_MODIFICATION_LAPSED, order.no());
        }
        Order proposed = orders.lock(order.no()).proposed(version);
        orders.addVersion(order.no(), version, contract, party);
        outcomes.carryOut(Outcome.of(proposed).told(Fact.MODIFICATION_PROPOSED, version));
        process.signal(MESSAGE_MODIFICATION_PROPOSED, order.no(), Map.of());
    }

    private static void requireMatch(Order order, @Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refusal(Problem.IF_MATCH_MISSING, order.no());
        }
        Matcher tag = ETAG.matcher(ifMatch.strip());
        boolean current = ifMatch.strip().equals("*")
                || (tag.matches()
                        && Integer.parseInt(tag.group(1)) == order.agreement().version());
        if (!current) {
            throw new Refusal(
                    Problem.CONTRACT_CHANGED, order.no(), order.agreement().version());
        }
    }

    /** The parties may be repeated and open fields of the buyer filled; whoever trades stays (AMB-14). */
    private static Parties sameParties(
            Order order,
            @Nullable String origin,
            @Nullable String supplierId,
            Buyer buyer,
            OrderRequest.@Nullable AcknowledgedBody acknowledged) {
        Parties before = order.parties();
        Buyer known = before.buyer();
        boolean changed = (origin != null && !origin.equals(before.origin().name()))
                || (supplierId != null && !supplierId.equals(before.supplierId()))
                || (!buyer.email().isEmpty() && !buyer.email().equals(known.email()))
                || differs(known.country(), buyer.country())
                || differs(known.accountType(), buyer.accountType())
                || differs(known.name(), buyer.name());
        if (changed) {
            throw new Refusal(
                    Problem.MODIFICATION_NOT_ALLOWED, order.no(), order.status().name());
        }
        Buyer filled = new Buyer(
                known.email(),
                known.country() == null ? buyer.country() : known.country(),
                known.accountType() == null ? buyer.accountType() : known.accountType(),
                known.name() == null ? buyer.name() : known.name());
        return new Parties(
                before.origin(), before.supplierId(), filled, Drafts.acknowledged(acknowledged, before.acknowledged()));
    }

    private static boolean differs(@Nullable Object known, @Nullable Object sent) {
        return known != null && sent != null && !Objects.equals(known, sent);
    }

    private void adopt(Order order, Contract contract, Party party) {
        int version = orders.latestVersion(order.no()) + 1;
        Order revised = order.revised(version, contract);
        boolean offered =
                order.status() == OrderStatus.AWAITING_BUYER_CONFIRM || order.status() == OrderStatus.AWAITING_DEPOSIT;
        if (offered) {
            eligibility.requireSupplier(order);
            limits.requireOffer(revised);
            revised = revised.confirmed(Party.SUPPLIER, clock.instant())
                    .become(OrderStatus.AWAITING_BUYER_CONFIRM)
                    .with(order.deadlines().payment(null));
        } else if (order.status() == OrderStatus.AWAITING_SUPPLIER_CONFIRM) {
            revised = revised.become(OrderStatus.NEGOTIATING);
        }
        if (!sameProducts(order.agreement().contract(), contract)
                && order.shipment().exportCheck() == ExportCheck.ALLOWED) {
            revised = revised.with(order.shipment().checked(ExportCheck.NOT_ASKED));
        }
        orders.addVersion(order.no(), version, contract, party);
        outcomes.carryOut(Outcome.of(revised).told(Fact.CONTRACT_REVISED, party));
        if (order.status() != OrderStatus.DRAFT) {
            process.signal(MESSAGE_CONTRACT_REVISED, order.no(), Map.of());
        }
    }

    private static boolean sameProducts(Contract before, Contract after) {
        return before.lines().stream()
                .map(Contract.Line::category)
                .toList()
                .equals(after.lines().stream().map(Contract.Line::category).toList());
    }
}
