package org.tradeassurance.drafting;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Contract;

/** A draft that a form completes: what the form leaves blank stays as it was, and so does what it does not ask for. */
record Completion(Contract before, Contract filled, OrderRequest said) {

    Contract contract() {
        return new Contract(
                filled.lines().isEmpty() ? before.lines() : filled.lines(),
                shipping(before.shipping(), filled.shipping()),
                payment(before.payment(), filled.payment()),
                or(filled.coverage(), before.coverage()),
                before.qualityInspection(),
                before.contacts(),
                filled.remark().isEmpty() ? before.remark() : filled.remark());
    }

    private Contract.Shipping shipping(Contract.Shipping was, Contract.Shipping now) {
        OrderRequest.ShippingBody body = Objects.requireNonNull(said.shipping());
        return new Contract.Shipping(
                or(now.transport(), was.transport()),
                or(now.tradeTerm(), was.tradeTerm()),
                or(now.destination(), was.destination()),
                body.freight() == null ? was.freight() : now.freight(),
                body.insurance() == null ? was.insurance() : now.insurance(),
                or(now.shipBy(), was.shipBy()),
                was.platformLogistics());
    }

    private Contract.Payment payment(Contract.Payment was, Contract.Payment now) {
        return new Contract.Payment(
                now.methods().isEmpty() ? was.methods() : now.methods(),
                or(now.deposit(), was.deposit()),
                Objects.requireNonNull(said.payment()).adjustment() == null ? was.adjustment() : now.adjustment());
    }

    private static <T> @Nullable T or(@Nullable T now, @Nullable T was) {
        return now == null ? was : now;
    }
}
