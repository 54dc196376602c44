package org.tradeassurance.order;

import org.jspecify.annotations.Nullable;

/** The body of an action that has no fields of its own; {@code party} says for whom the platform acts. */
public record PartyBody(@Nullable Party party) {

    public static @Nullable Party partyOf(@Nullable PartyBody body) {
        return body == null ? null : body.party();
    }
}
