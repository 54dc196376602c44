package org.tradeassurance;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.Account.Role;

/** Calls as an account would, without the web's doors. */
public final class Caller {

    public static final Account PLATFORM = new Account("platform", Role.PLATFORM, null, null);

    private Caller() {}

    public static Account buyer(String email) {
        return new Account("buyer-" + email, Role.BUYER, null, email);
    }

    public static Account supplier(String id) {
        return new Account("supplier-" + id, Role.SUPPLIER, id, null);
    }

    public static <T> T as(Account account, Supplier<T> call) {
        try {
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(account, null, List.of()));
            return call.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    public static void as(Account account, Runnable call) {
        as(account, () -> {
            call.run();
            return true;
        });
    }
}
