package org.tradeassurance.drafting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.drafting.OrderRequest.ContentBody;
import org.tradeassurance.drafting.OrderRequest.LineBody;
import org.tradeassurance.drafting.OrderRequest.PaymentBody;
import org.tradeassurance.drafting.OrderRequest.ShipByBody;
import org.tradeassurance.drafting.OrderRequest.ShippingBody;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.Contract;

/** Turns the content of a body into a contract; what is missing stays open, what is wrong is rejected field by field. */
class ContractReader {

    static final int MOST_LINES = 1000;
    static final int SHORT_TEXT = 100;
    static final int LONG_TEXT = 2000;
    private static final int CONTACTS_LENGTH = 8000;
    static final int MOST_DAYS = 3650;

    /** What a line's price may be at most, all lines together may cost at most: more has no place in the books. */
    private static final Money MOST_MONEY = Money.of("999999999999.99");

    private final Fields fields;
    private final int longestRemark;

    ContractReader(Fields fields, int longestRemark) {
        this.fields = fields;
        this.longestRemark = longestRemark;
    }

    Contract read(ContentBody body) {
        String remark = fields.text("remark", body.remark(), longestRemark);
        Contract contract = new Contract(
                lines(body.lines()),
                shipping(body.shipping()),
                payment(body.payment()),
                fields.oneOf("coverage", body.coverage(), Contract.CoverageMode.class),
                body.qualityInspection(),
                contacts(body.contacts()),
                remark == null ? "" : remark);
        if (contract.amounts().products().exceeds(MOST_MONEY)) {
            fields.reject("lines", "field.total-too-high", MOST_MONEY);
        }
        return contract;
    }

    private List<Contract.Line> lines(@Nullable List<@Nullable LineBody> bodies) {
        List<Contract.Line> lines = new ArrayList<>();
        if (bodies == null) {
            return lines;
        }
        if (bodies.size() > MOST_LINES) {
            fields.reject("lines", "field.too-many", MOST_LINES);
            return lines;
        }
        for (int i = 0; i < bodies.size(); i++) {
            LineBody line = bodies.get(i);
            String at = "lines[" + i + "]";
            if (line == null) {
                fields.reject(at, "field.required");
                continue;
            }
            lines.add(new Contract.Line(
                    fields.text(at + ".productId", line.productId(), SHORT_TEXT),
                    fields.text(at + ".product", line.product(), LONG_TEXT),
                    fields.text(at + ".category", line.category(), SHORT_TEXT),
                    fields.quantity(at + ".quantity", line.quantity()),
                    fields.text(at + ".unit", line.unit(), SHORT_TEXT),
                    fields.money(at + ".unitPrice", line.unitPrice())));
        }
        return lines;
    }

    private Contract.Shipping shipping(@Nullable ShippingBody body) {
        if (body == null) {
            return new Contract.Shipping(null, null, null, Money.ZERO, Money.ZERO, null, null);
        }
        return new Contract.Shipping(
                fields.text(Contracts.TRANSPORT, body.transport(), SHORT_TEXT),
                fields.oneOf("shipping.tradeTerm", body.tradeTerm(), Contract.Incoterm.class),
                fields.text("shipping.destination", body.destination(), SHORT_TEXT),
                zeroIfOpen(fields.money("shipping.freight", body.freight())),
                zeroIfOpen(fields.money("shipping.insurance", body.insurance())),
                shipBy(body.shipBy()),
                body.platformLogistics());
    }

    private Contract.@Nullable ShipBy shipBy(@Nullable ShipByBody body) {
        if (body == null || (body.date() == null && body.daysAfterDeposit() == null)) {
            return null;
        }
        if (body.date() != null && body.daysAfterDeposit() != null) {
            fields.reject("shipping.shipBy", "field.ship-by");
            return null;
        }
        Integer days = body.daysAfterDeposit();
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            fields.reject("shipping.shipBy.daysAfterDeposit", "field.between", 1, MOST_DAYS);
        }
        LocalDate date = fields.date("shipping.shipBy.date", body.date());
        return date == null && days == null ? null : new Contract.ShipBy(date, days);
    }

    private Contract.Payment payment(@Nullable PaymentBody body) {
        Set<Contract.PaymentMethod> methods = EnumSet.noneOf(Contract.PaymentMethod.class);
        if (body == null) {
            return new Contract.Payment(methods, null, Money.ZERO);
        }
        List<@Nullable String> names = body.methods();
        for (int i = 0; names != null && i < names.size(); i++) {
            Contract.PaymentMethod method =
                    fields.oneOf("payment.methods[" + i + "]", names.get(i), Contract.PaymentMethod.class);
            if (method != null) {
                methods.add(method);
            }
        }
        return new Contract.Payment(
                methods,
                fields.money("payment.deposit", body.deposit()),
                zeroIfOpen(fields.money("payment.adjustment", body.adjustment())));
    }

    private @Nullable JsonNode contacts(@Nullable JsonNode contacts) {
        if (contacts == null || contacts.isNull()) {
            return null;
        }
        if (!contacts.isObject() || contacts.toString().length() > CONTACTS_LENGTH) {
            fields.reject("contacts", "field.contacts", CONTACTS_LENGTH);
        }
        return contacts;
    }

    private static Money zeroIfOpen(@Nullable Money amount) {
        return amount == null ? Money.ZERO : amount;
    }
}
