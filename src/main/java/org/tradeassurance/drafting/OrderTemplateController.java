package org.tradeassurance.drafting;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Order;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Orders;
import org.tradeassurance.order.Page;
import org.tradeassurance.order.PageRequest;
import org.tradeassurance.order.Party;
import org.tradeassurance.order.Refusal;

/** Saving the contract of an order as a template, and finding it again to start from (NEG-08). */
@RestController
@RequestMapping("/api/v1/order-templates")
class OrderTemplateController {

    private static final String NUMBER = "\\d{1,18}";
    private static final int NAME_LENGTH = 200;

    private final OrderTemplates templates;
    private final Orders orders;

    OrderTemplateController(OrderTemplates templates, Orders orders) {
        this.templates = templates;
        this.orders = orders;
    }

    record TemplateBody(
            @Schema(requiredMode = REQUIRED, maxLength = NAME_LENGTH) @Nullable
            String name,

            @Schema(requiredMode = REQUIRED) @Nullable OrderNo orderNo,
            @Nullable Party party) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderTemplate> save(@RequestBody TemplateBody body) {
        Fields fields = new Fields();
        String name = fields.text("name", body.name(), NAME_LENGTH);
        fields.check();
        if (name == null) {
            throw Refusal.invalidField("name", "field.required");
        }
        if (body.orderNo() == null) {
            throw Refusal.invalidField("orderNo", "field.required");
        }
        Order order = orders.getVisible(body.orderNo());
        long id = templates.add(name, order, owner(body.party()));
        return ResponseEntity.created(URI.create("/api/v1/order-templates/" + id))
                .body(templates.get(id));
    }

    @GetMapping
    Page<OrderTemplate> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return templates.list(PageRequest.of(limit, cursor, NUMBER));
    }

    @GetMapping("/{templateId}")
    OrderTemplate get(@PathVariable String templateId) {
        return templates.get(templateId);
    }

    /** A scoped account keeps templates for its party; the platform for itself where it names no party. */
    private static @Nullable Party owner(@Nullable Party named) {
        Account account = Account.current();
        return account.ownParty() == null ? named : account.actingAs(named);
    }
}
