package org.tradeassurance.order;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who calls: a service account, a member of staff, or the system itself when a job runs.
 *
 * @param supplierId the only supplier whose orders a {@code SUPPLIER} account sees
 * @param buyerEmail the only buyer whose orders a {@code BUYER} account sees, in lower case
 */
public record Account(
        String name,
        Role role,
        @Nullable String supplierId,
        @Nullable String buyerEmail) implements Principal {

    public static final Account SYSTEM = new Account("system", Role.SYSTEM, null, null);

    /** What an account may be (section 2 of the contract). */
    public enum Role {
        PLATFORM,
        SUPPLIER,
        BUYER,
        BANK,
        EXPORT_SERVICE,
        STAFF,
        SYSTEM
    }

    /** The caller of this thread; the system where nobody is logged in. */
    public static Account current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Account account ? account : SYSTEM;
    }

    @Override
    public String getName() {
        return name;
    }

    /** The party that this account can only be, if it is scoped to one. */
    public @Nullable Party ownParty() {
        return switch (role) {
            case SUPPLIER -> Party.SUPPLIER;
            case BUYER -> Party.BUYER;
            case PLATFORM, BANK, EXPORT_SERVICE, STAFF, SYSTEM -> null;
        };
    }

    /**
     * The party that acts, as the body names it; a scoped account is its own party and needs none.
     *
     * @throws Refusal {@code forbidden} if a scoped account names the other party, {@code invalid-field} if nobody is named
     */
    public Party actingAs(@Nullable Party named) {
        Party own = ownParty();
        if (own != null) {
            if (named != null && named != own) {
                throw new Refusal(Problem.FORBIDDEN, null);
            }
            return own;
        }
        if (named == null) {
            throw Refusal.invalidField("party", "field.required");
        }
        return named;
    }

    /** The same where only one party can act: the platform need not name it. */
    public void actOnlyAs(Party only, @Nullable Party named) {
        Party acting = actingAs(named == null && ownParty() == null ? only : named);
        if (acting != only) {
            throw new Refusal(Problem.FORBIDDEN, null);
        }
    }
}
