package org.tradeassurance.web.description;

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
    }

    static final class ParcelView {
        record Receipt() {}
    }

    private String name(Class<?> type) {
        return names.nameForType(TypeFactory.defaultInstance().constructType(type), Set.of());
    }

    @Test
    @DisplayName("what stands inside carries the name of what it stands in")
    void namesTellTheirOwner() {
        assertThat(name(ParcelController.Receipt.class)).isEqualTo("SchemaNamesTestParcelReceipt");
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
