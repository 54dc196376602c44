package org.tradeassurance.acceptance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The body of an order, with sensible values that a test replaces one by one. */
public final class Draft {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SENSIBLE = """
            {"origin": "SUPPLIER_DRAFT", "submit": true, "supplierId": "?",
             "buyer": {"email": "?", "country": "GB", "accountType": "OVERSEAS_FREE", "name": "Acme Ltd"},
             "lines": [{"productId": "P-100", "product": "Desk light", "category": "LIGHTING", "quantity": "1", "unit": "Set", "unitPrice": "40000.00"}],
             "shipping": {"transport": "SEA", "tradeTerm": "FOB", "destination": "GB", "freight": "0.00", "insurance": "0.00",
                          "shipBy": {"date": "2015-11-11"}},
             "payment": {"methods": ["TT"], "deposit": "12000.00", "adjustment": "0.00"},
             "coverage": "NONE",
             "remark": "",
             "acknowledged": {"serviceAgreement": true, "exportService": true}}
            """;

    private final ObjectNode body;

    private Draft(ObjectNode body) {
        this.body = body;
    }

    public static Draft of(String supplier, String buyer) {
        return new Draft(read(SENSIBLE).deepCopy())
                .with("/supplierId", supplier)
                .with("/buyer/email", buyer);
    }

    /** Replaces a field, named by its JSON pointer; text starting with a brace or bracket and the literals is JSON, the rest a string. */
    public Draft with(String pointer, String value) {
        ObjectNode copy = body.deepCopy();
        JsonPointer path = JsonPointer.compile(pointer);
        boolean json = value.startsWith("{")
                || value.startsWith("[")
                || List.of("true", "false", "null").contains(value);
        ObjectNode parent = (ObjectNode) copy.at(path.head());
        String field = path.last().getMatchingProperty();
        if (json) {
            parent.set(field, readNode(value));
        } else {
            parent.put(field, value);
        }
        return new Draft(copy);
    }

    public Draft without(String pointer) {
        ObjectNode copy = body.deepCopy();
        JsonPointer path = JsonPointer.compile(pointer);
        ((ObjectNode) copy.at(path.head())).remove(path.last().getMatchingProperty());
        return new Draft(copy);
    }

    public Draft amounts(String unitPrice, String deposit) {
        return with("/lines/0/unitPrice", unitPrice).with("/payment/deposit", deposit);
    }

    JsonNode at(String pointer) {
        return body.at(pointer);
    }

    public String json() {
        return body.toString();
    }

    /** The content of a version of the contract, for PUT. */
    public String contract(String party) {
        ObjectNode content = body.deepCopy();
        content.remove(List.of("origin", "submit", "supplierId", "buyer", "acknowledged"));
        content.put("party", party);
        return content.toString();
    }

    private static ObjectNode read(String json) {
        return (ObjectNode) readNode(json);
    }

    private static JsonNode readNode(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
