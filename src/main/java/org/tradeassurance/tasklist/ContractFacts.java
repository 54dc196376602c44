package org.tradeassurance.tasklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.LinePairs;
import org.tradeassurance.shipment.Transports;

/** What somebody confirms with a contract, as rows of a form's tables: its terms, and beside a proposed version what is in force. */
@Component
class ContractFacts {

    private static final String OPEN = "-";

    private final Transports transports;
    private final BothLanguages words;
    private final ObjectMapper json;

    /** Cards are made by the engine, which answers what tables say. */
    ContractFacts(@Lazy Transports transports, BothLanguages words, ObjectMapper json) {
        this.transports = transports;
        this.words = words;
        this.json = json;
    }

    /**
     * The supplier's quota, in US dollars.
     *
     * @param frozen for the order; nothing before the supplier has confirmed what is in force
     * @param free what may still be frozen
     */
    record Quota(BigDecimal frozen, BigDecimal free) {}

    JsonValue conditions(String contract, Quota quota) {
        ArrayNode rows = json.createArrayNode();
        terms(contract, quota, quota.frozen().signum() > 0)
                .forEach((term, value) ->
                        rows.addObject().put("term", words.cell(List.of(term))).put("value", value));
        return SpinValues.jsonValue(rows.toString()).create();
    }

    /** What changes comes first. */
    JsonValue conditions(String inForce, String proposed, Quota quota) {
        Map<String, String> before = terms(inForce, quota, true);
        List<ObjectNode> same = new ArrayList<>();
        ArrayNode rows = json.createArrayNode();
        terms(proposed, quota, inForce.equals(proposed)).forEach((term, value) -> {
            boolean changed = !Objects.equals(before.get(term), value);
            ObjectNode row = json.createObjectNode()
                    .put("term", words.cell(List.of(term)))
                    .put("inForce", before.get(term))
                    .put("proposed", value)
                    .put("changed", changed ? words.cell(List.of("card.changed")) : "");
            if (changed) {
                rows.add(row);
            } else {
                same.add(row);
            }
        });
        rows.addAll(same);
        return SpinValues.jsonValue(rows.toString()).create();
    }

    /** The goods of a proposed version, each beside the line that it was; what is taken away comes last. */
    JsonValue lines(String inForce, String proposed) {
        JsonNode before = tree(inForce).path("lines");
        JsonNode after = tree(proposed).path("lines");
        LinePairs pairs = LinePairs.of(before, after);
        ArrayNode rows = json.createArrayNode();
        for (int i = 0; i < after.size(); i++) {
            Integer old = pairs.before(i);
            rows.add(line(old == null ? null : before.get(old), after.get(i)));
        }
        pairs.removed().forEach(old -> rows.add(line(before.get(old), null)));
        return SpinValues.jsonValue(rows.toString()).create();
    }

    private ObjectNode line(@Nullable JsonNode before, @Nullable JsonNode after) {
        JsonNode named = after == null ? Objects.requireNonNull(before) : after;
        return json.createObjectNode()
                .put("product", named.path("product").asText(OPEN))
                .put("category", named.path("category").asText(OPEN))
                .put("unit", named.path("unit").asText(OPEN))
                .put("quantityInForce", said(before, "quantity"))
                .put("quantity", said(after, "quantity"))
                .put("unitPriceInForce", price(before))
                .put("unitPrice", price(after))
                .put(
                        "amount",
                        after == null
                                ? OPEN
                                : read(after.toString(), Contract.Line.class)
                                        .amount()
                                        .shown());
    }

    private static String said(@Nullable JsonNode line, String field) {
        return line == null ? OPEN : line.path(field).asText(OPEN);
    }

    private static String price(@Nullable JsonNode line) {
        String price = said(line, "unitPrice");
        return price.equals(OPEN) ? OPEN : Money.of(price).shown();
    }

    /** By the keys of what they are called, in the order in which they are read. */
    private Map<String, String> terms(String content, Quota quota, boolean frozen) {
        Contract contract = read(content, Contract.class);
        Map<String, String> terms = new LinkedHashMap<>();
        terms.put("label.payment.balance", contract.amounts().balance().shown());
        terms.put("label.shipping.freight", contract.shipping().freight().shown());
        terms.put("label.shipping.insurance", contract.shipping().insurance().shown());
        terms.put("label.payment.adjustment", contract.payment().adjustment().shown());
        terms.put(
                "label.payment.methods",
                contract.payment().methods().isEmpty()
                        ? OPEN
                        : words.cell(contract.payment().methods().stream()
                                .map(method -> "method." + method)
                                .toList()));
        terms.put("label.shipping.transport", transport(contract.shipping().transport()));
        terms.put(
                "label.coverage",
                contract.coverage() == null ? OPEN : words.cell(List.of("coverage." + contract.coverage())));
        boolean open = !frozen && contract.coverage() != null && contract.coverage() != Contract.CoverageMode.NONE;
        terms.put("card.covered", open ? words.cell(List.of("card.covered-later")) : CardFacts.dollars(quota.frozen()));
        terms.put("card.quota-free", CardFacts.dollars(quota.free()));
        terms.put("label.remark", contract.remark().isBlank() ? OPEN : contract.remark());
        return terms;
    }

    private String transport(@Nullable String code) {
        return transports.offered().stream()
                .filter(way -> way.value().equals(code))
                .findFirst()
                .map(way -> words.ours(way.label()))
                .orElse(Objects.requireNonNullElse(code, OPEN));
    }

    private JsonNode tree(String content) {
        return read(content, JsonNode.class);
    }

    private <T> T read(String content, Class<T> type) {
        try {
            return json.readValue(content, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored contract could not be read", e);
        }
    }
}
