package org.tradeassurance.order;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields that must be filled before anyone can confirm, module by module (NEG-02, NEG-03). */
public record Completeness(List<Field> fields) {

    private static final int PERCENT = 100;

    /** The modules of the order form. */
    public enum Module {
        PRODUCT,
        SHIPPING,
        PAYMENT,
        CONTACTS,
        TERMS
    }

    /** A required field, by its path in the REST contract. */
    public record Field(Module module, String path, boolean filled) {
        static Field of(Module module, String path, @Nullable Object value) {
            return new Field(module, path, value != null && !(value instanceof String text && text.isBlank()));
        }
    }

    static Completeness of(Contract contract, Order.Buyer buyer) {
        List<Field> fields = new ArrayList<>(of(contract).fields);
        fields.add(Field.of(Module.CONTACTS, "buyer.country", buyer.country()));
        fields.add(Field.of(Module.CONTACTS, "buyer.accountType", buyer.accountType()));
        return new Completeness(fields);
    }

    /** What a contract says for itself, without its parties. */
    public static Completeness of(Contract contract) {
        List<Field> fields = new ArrayList<>();
        List<Contract.Line> lines = contract.lines().isEmpty()
                ? List.of(new Contract.Line(null, null, null, null, null, null))
                : contract.lines();
        for (int i = 0; i < lines.size(); i++) {
            Contract.Line line = lines.get(i);
            String path = "lines[" + i + "].";
            fields.add(Field.of(Module.PRODUCT, path + "product", line.product()));
            fields.add(Field.of(Module.PRODUCT, path + "quantity", line.quantity()));
            fields.add(Field.of(Module.PRODUCT, path + "unit", line.unit()));
            fields.add(Field.of(Module.PRODUCT, path + "unitPrice", line.unitPrice()));
        }
        Contract.Shipping shipping = contract.shipping();
        Contract.Payment payment = contract.payment();
        fields.add(Field.of(Module.SHIPPING, "shipping.transport", shipping.transport()));
        fields.add(Field.of(Module.SHIPPING, "shipping.tradeTerm", shipping.tradeTerm()));
        fields.add(Field.of(Module.SHIPPING, "shipping.destination", shipping.destination()));
        fields.add(Field.of(Module.SHIPPING, "shipping.shipBy", shipping.shipBy()));
        fields.add(
                new Field(Module.PAYMENT, "payment.methods", !payment.methods().isEmpty()));
        fields.add(Field.of(Module.PAYMENT, "payment.deposit", payment.deposit()));
        fields.add(Field.of(Module.TERMS, "coverage", contract.coverage()));
        return new Completeness(fields);
    }

    /** Completeness in percent: floor(100 x filled / required) over the fields of all modules. */
    public int percent() {
        return percent(fields);
    }

    /** The same for each module by itself. */
    public Map<Module, Integer> percentByModule() {
        Map<Module, Integer> percents = new EnumMap<>(Module.class);
        for (Module module : Module.values()) {
            percents.put(
                    module,
                    percent(fields.stream()
                            .filter(field -> field.module() == module)
                            .toList()));
        }
        return percents;
    }

    /** The paths of the fields that are still open. */
    public List<String> missing() {
        return fields.stream().filter(field -> !field.filled()).map(Field::path).toList();
    }

    private static int percent(List<Field> fields) {
        if (fields.isEmpty()) {
            return PERCENT;
        }
        return (int) (PERCENT * fields.stream().filter(Field::filled).count() / fields.size());
    }
}
