package org.tradeassurance.drafting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.drafting.OrderRequest.AcknowledgedBody;
import org.tradeassurance.drafting.OrderRequest.BuyerBody;
import org.tradeassurance.drafting.OrderRequest.LineBody;
import org.tradeassurance.drafting.OrderRequest.PaymentBody;
import org.tradeassurance.drafting.OrderRequest.ShipByBody;
import org.tradeassurance.drafting.OrderRequest.ShippingBody;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.FormAnswers;

/** What staff fill in at {@code open-order.form} or {@code complete-draft.form}, as the body that a backend would send. */
class OrderForm {

    private final Function<String, @Nullable Object> fields;
    private final String lines;
    private final String deposit;

    OrderForm(Function<String, @Nullable Object> fields) {
        this(fields, "lines", "deposit");
    }

    private OrderForm(Function<String, @Nullable Object> fields, String lines, String deposit) {
        this.fields = fields;
        this.lines = lines;
        this.deposit = deposit;
    }

    /** A task shows lines and deposit as they are, so that its form asks for them under other names. */
    static OrderForm ofDraft(Function<String, @Nullable Object> fields) {
        return new OrderForm(fields, "goods", "depositDue");
    }

    /** Whether there is a form: a backend submits a draft as it stands. */
    boolean isFilledIn() {
        return value(lines) != null;
    }

    OrderRequest request() {
        return new OrderRequest(
                "SUPPLIER_DRAFT",
                "submit".equals(text("submit")),
                null,
                text("supplierId"),
                new BuyerBody(text("buyerEmail"), text("buyerCountry"), text("accountType"), text("buyerName")),
                lines(),
                new ShippingBody(
                        text("transport"),
                        text("tradeTerm"),
                        text("destination"),
                        text("freight"),
                        text("insurance"),
                        shipBy(),
                        null),
                new PaymentBody(methods(), text(deposit), text("adjustment")),
                text("coverage"),
                null,
                null,
                text("remark"),
                new AcknowledgedBody(yes("agreement"), yes("exportService")),
                null,
                null);
    }

    private @Nullable Object value(String name) {
        FormAnswers.asked(name);
        return fields.apply(name);
    }

    private boolean yes(String name) {
        return Boolean.TRUE.equals(value(name));
    }

    private @Nullable String text(String name) {
        Object value = value(name);
        if (value != null && !(value instanceof String)) {
            throw Refusal.invalidField(name, "field.text-expected");
        }
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    private ShipByBody shipBy() {
        return "days".equals(text("shipByKind"))
                ? new ShipByBody(null, days())
                : new ShipByBody(text("shipDate"), null);
    }

    private @Nullable Integer days() {
        String days = text("shipDays");
        if (days != null && !days.matches("\\d{1,4}")) {
            throw Refusal.invalidField("shipping.shipBy.daysAfterDeposit", "field.integer");
        }
        return days == null ? null : Integer.valueOf(days);
    }

    private List<@Nullable String> methods() {
        List<@Nullable String> methods = new ArrayList<>();
        for (JsonNode method : list("methods")) {
            methods.add(method.asText());
        }
        return methods;
    }

    /** A row that was added and left empty is none. */
    private List<@Nullable LineBody> lines() {
        List<@Nullable LineBody> filled = new ArrayList<>();
        for (JsonNode row : list(lines)) {
            LineBody line = new LineBody(
                    cell(row, "productId"),
                    cell(row, "product"),
                    cell(row, "category"),
                    cell(row, "quantity"),
                    cell(row, "unit"),
                    cell(row, "unitPrice"));
            if (!line.equals(new LineBody(null, null, null, null, null, null))) {
                filled.add(line);
            }
        }
        return filled;
    }

    private Iterable<JsonNode> list(String name) {
        Object value = value(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof JsonNode json && json.isArray()) {
            return json;
        }
        throw Refusal.invalidField(name, "field.invalid");
    }

    private @Nullable String cell(JsonNode row, String name) {
        FormAnswers.asked(lines + "." + name);
        String text = row.path(name).asText("");
        return text.isBlank() ? null : text.strip();
    }
}
