package org.tradeassurance.drafting;

import static org.tradeassurance.process.TradeOrderModel.TASK_COMPLETE_DRAFT;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Action;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderView;
import org.tradeassurance.order.OrderViews;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.PartyBody;
import org.tradeassurance.process.OrderProcess;

/** Opening, submitting and revising orders. */
@RestController
@RequestMapping("/api/v1/orders")
class DraftController {

    private final Drafts drafts;
    private final Revisions revisions;
    private final Orders orders;
    private final OrderViews views;
    private final OrderProcess process;
    private final Clock clock;

    DraftController(
            Drafts drafts, Revisions revisions, Orders orders, OrderViews views, OrderProcess process, Clock clock) {
        this.drafts = drafts;
        this.revisions = revisions;
        this.orders = orders;
        this.views = views;
        this.process = process;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderView> open(@RequestBody OrderRequest request) {
        OrderNo no = drafts.open(request);
        return ResponseEntity.created(URI.create("/api/v1/orders/" + no)).body(views.get(no));
    }

    @PostMapping("/{orderNo}/submission")
    OrderView submit(@PathVariable OrderNo orderNo, @RequestBody(required = false) @Nullable PartyBody body) {
        Order order = orders.lockVisible(orderNo);
        Party drafter = order.parties().origin().draftedBy();
        Account.current().actOnlyAs(drafter, PartyBody.partyOf(body));
        Action.SUBMISSION.require(order, drafter, clock.instant());
        process.complete(orderNo, TASK_COMPLETE_DRAFT, Map.of("decision", "submit"));
        return views.get(orderNo);
    }

    @PutMapping("/{orderNo}/contract")
    ResponseEntity<OrderView> revise(
            @PathVariable OrderNo orderNo,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ContractRequest request) {
        revisions.revise(orderNo, ifMatch, request);
        OrderView view = views.get(orderNo);
        return ResponseEntity.ok().eTag("\"" + view.contractVersion() + "\"").body(view);
    }
}
