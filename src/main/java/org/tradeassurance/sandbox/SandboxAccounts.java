package org.tradeassurance.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Account;
import org.tradeassurance.web.AccountDirectory;

/** The service accounts of the sandbox, all with the password {@code sandbox}. */
@Component
@Profile(SandboxMode.PROFILE)
class SandboxAccounts implements AccountDirectory {

    private final String hash = new BCryptPasswordEncoder().encode("sandbox");

    @Override
    public List<Login> logins() {
        return List.of(
                login("platform", Account.Role.PLATFORM, null, null),
                login("bank", Account.Role.BANK, null, null),
                login("export-service", Account.Role.EXPORT_SERVICE, null, null),
                login("supplier-S-1001", Account.Role.SUPPLIER, "S-1001", null),
                login("supplier-S-1002", Account.Role.SUPPLIER, "S-1002", null),
                login("buyer-acme", Account.Role.BUYER, null, "acme@example.com"),
                login("buyer-globex", Account.Role.BUYER, null, "globex@example.org"));
    }

    private Login login(String name, Account.Role role, @Nullable String supplier, @Nullable String email) {
        return new Login(new Account(name, role, supplier, email), hash);
    }
}
