package org.tradeassurance.export;

import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Contract;
import org.tradeassurance.process.DecisionTable;
import org.tradeassurance.process.Question;

/** Who exports a product (EXP-01, AMB-09). */
@DecisionTable("export-mode")
public record ExportMode(@Nullable String category) implements Question<ExportMode.Judgement> {

    /** The export service, or the supplier itself. */
    public enum Mode {
        EXPORT_SERVICE,
        SELF_EXPORT
    }

    /** Who. */
    public record Judgement(Mode mode) {

        public boolean byService() {
            return mode == Mode.EXPORT_SERVICE;
        }
    }

    static ExportMode of(Contract.Line line) {
        return new ExportMode(line.category());
    }
}
