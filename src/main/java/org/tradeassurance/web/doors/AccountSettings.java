package org.tradeassurance.web.doors;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tradeassurance.order.Account;
import org.tradeassurance.start.StartRefused;
import org.tradeassurance.web.AccountDirectory;

/**
 * The configured proofs: service accounts with a bcrypt hash, and the issuer of bearer tokens.
 *
 * @param jwt no issuer: bearer tokens are not accepted
 */
@ConfigurationProperties("trade-assurance")
record AccountSettings(
        @DefaultValue List<ServiceAccount> accounts,
        @DefaultValue Jwt jwt) implements AccountDirectory {

    /** One service account; {@code supplierId} and {@code buyerEmail} scope it to a party. */
    record ServiceAccount(
            String name,
            String passwordHash,
            Account.Role role,
            @Nullable String supplierId,
            @Nullable String buyerEmail) {

        ServiceAccount {
            if (Stream.of(name, passwordHash, role).anyMatch(Objects::isNull)) {
                throw new StartRefused("Give each of trade-assurance.accounts a name, a password-hash and a role");
            }
        }

        Login login() {
            String email = buyerEmail == null ? null : buyerEmail.toLowerCase(Locale.ROOT);
            return new Login(new Account(name, role, supplierId, email), passwordHash);
        }
    }

    /** Where bearer tokens come from; an audience that is set must be one of the token's. */
    record Jwt(@Nullable String issuerUri, @Nullable String audience) {

        Jwt {
            if (issuerUri != null && !issuerUri.matches("https?://[^/\\s]+\\S*")) {
                throw new StartRefused(
                        "Set trade-assurance.jwt.issuer-uri to the issuer's http or https address, or leave it out");
            }
        }
    }

    @Override
    public List<Login> logins() {
        return accounts.stream().map(ServiceAccount::login).toList();
    }
}
