package org.tradeassurance.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import java.io.IOException;
import java.util.Map;
import org.tradeassurance.order.Storable;

/** JSON whose fields we don't know, such as a contract's contacts: what could not be read again is refused by name before anything is stored. */
final class FreeJson extends DelegatingDeserializer {

    FreeJson() {
        this(JsonNodeDeserializer.getDeserializer(JsonNode.class));
    }

    private FreeJson(JsonDeserializer<?> plain) {
        super(plain);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> plain) {
        return new FreeJson(plain);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Object read = super.deserialize(parser, context);
        if (read instanceof JsonNode node) {
            check(node, parser);
        }
        return read;
    }

    private static void check(JsonNode node, JsonParser parser) throws JsonMappingException {
        if ((node.isTextual() && !Storable.isText(node.textValue()))
                || (node.isNumber() && !Storable.isNumber(node.decimalValue()))) {
            throw JsonMappingException.from(parser, "not storable");
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!Storable.isText(member.getKey())) {
                throw JsonMappingException.from(parser, "not storable");
            }
            try {
                check(member.getValue(), parser);
            } catch (JsonMappingException e) {
                e.prependPath(node, member.getKey());
                throw e;
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            try {
                check(node.get(i), parser);
            } catch (JsonMappingException e) {
                e.prependPath(node, i);
                throw e;
            }
        }
    }
}
