package org.tradeassurance.web;

import java.util.List;
import org.tradeassurance.order.Account;
import org.tradeassurance.start.StartRefused;

/** A source of service accounts; the application takes all that there are. */
@FunctionalInterface
public interface AccountDirectory {

    /** An account and the bcrypt hash of its password. */
    record Login(Account account, String passwordHash) {

        private static final String BCRYPT = "\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}";

        public Login {
            String name = account.name();
            if (!name.matches("[A-Za-z0-9._@-]{1,100}")) {
                throw new StartRefused("Account name '" + name + "': letters, digits and ._@- only");
            }
            if (!passwordHash.matches(BCRYPT)) {
                throw new StartRefused("Account " + name + ": password-hash must be a bcrypt hash");
            }
            if (account.role() == Account.Role.STAFF || account.role() == Account.Role.SYSTEM) {
                throw new StartRefused("Account " + name + ": staff log in to Tasklist, not here");
            }
            check(name, "supplier-id", account.role() == Account.Role.SUPPLIER, account.supplierId() != null);
            check(name, "buyer-email", account.role() == Account.Role.BUYER, account.buyerEmail() != null);
        }

        private static void check(String name, String scope, boolean needed, boolean given) {
            if (needed != given) {
                throw new StartRefused(
                        "Account " + name + ": " + scope + (needed ? " is missing" : " does not belong to its role"));
            }
        }

        @Override
        public String toString() {
            return account.name();
        }
    }

    List<Login> logins();
}
