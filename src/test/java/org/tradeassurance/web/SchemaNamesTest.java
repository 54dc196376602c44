package org.tradeassurance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.type.TypeFactory;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Names of schemas in the description. */
class SchemaNamesTest {

    private final SchemaNames names = new SchemaNames();

    static final class ParcelController {
        record Receipt() {}

        record ParcelBody() {}
    }

    static final class ParcelView {
        record Receipt() {}
    }

    private String name(Class<?> type) {
        return names.nameForType(TypeFactory.defaultInstance().constructType(type), Set.of());
    }

    @Test
    @DisplayName("what stands inside carries the name of what it stands in, once")
    void namesTellTheirOwner() {
        assertThat(name(ParcelController.Receipt.class)).endsWith("ParcelReceipt");
        assertThat(name(ParcelController.ParcelBody.class)).doesNotContain("ParcelParcel");
    }

    @Test
    @DisplayName("two types of one name are refused, not made one")
    void twoTypesOfOneName() {
        name(ParcelController.Receipt.class);
        names.requireUnique();
        name(ParcelView.Receipt.class);
        assertThatThrownBy(names::requireUnique).hasMessageContaining("Receipt");
    }
}
