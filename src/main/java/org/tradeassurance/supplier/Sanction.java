package org.tradeassurance.supplier;

import org.tradeassurance.process.DecisionTable;
import org.tradeassurance.process.Question;

/**
 * What becomes of a supplier after an upheld complaint (VIO-01 to VIO-05).
 *
 * @param upheldCount of its kind, this one included
 */
@DecisionTable(value = "supplier-sanction", ofOrder = false)
record Sanction(Complaint.Kind kind, int upheldCount) implements Question<Sanction.Judgement> {

    /** From the mildest on. */
    enum Verdict {
        NOT_COUNTED,
        NONE,
        TERMINATE
    }

    /** What is done. */
    record Judgement(Verdict sanction) {}
}
