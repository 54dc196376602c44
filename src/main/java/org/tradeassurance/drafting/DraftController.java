package org.tradeassurance.drafting;

import java.net.URI;
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
import org.tradeassurance.order.Action;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.OrderView;
import org.tradeassurance.order.OrderViews;
import org.tradeassurance.order.PartyBody;
import org.tradeassurance.process.Acts;

/** Opening, submitting and revising orders. */
@RestController
@RequestMapping("/api/v1/orders")
class DraftController {

    private final Drafts drafts;
    private final Revisions revisions;
    private final OrderViews views;
    private final Acts acts;

    DraftController(Drafts drafts, Revisions revisions, OrderViews views, Acts acts) {
        this.drafts = drafts;
        this.revisions = revisions;
        this.views = views;
        this.acts = acts;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderView> open(@RequestBody OrderRequest request) {
        OrderNo no = drafts.open(request);
        return ResponseEntity.created(URI.create("/api/v1/orders/" + no)).body(views.get(no));
    }

    @PostMapping("/{orderNo}/submission")
    OrderView submit(@PathVariable OrderNo orderNo, @RequestBody(required = false) @Nullable PartyBody body) {
        return acts.complete(orderNo, Action.SUBMISSION, PartyBody.partyOf(body), () -> Map.of("decision", "submit"));
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
