package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.tradeassurance.order.Account;

/** Who a bearer token is. */
class BearerAccountsTest {

    private static Jwt.Builder token(String role) {
        return Jwt.withTokenValue("t").header("alg", "RS256").subject("erp").claim("role", role);
    }

    @Test
    void claimsMakeTheAccount() {
        assertThat(BearerAccounts.account(token("platform").build()))
                .isEqualTo(new Account("erp", Account.Role.PLATFORM, null, null));
        assertThat(BearerAccounts.account(
                        token("supplier").claim("supplierId", "S-1001").build()))
                .isEqualTo(new Account("erp", Account.Role.SUPPLIER, "S-1001", null));
        assertThat(BearerAccounts.account(
                        token("buyer").claim("email", "Acme@Example.com").build()))
                .isEqualTo(new Account("erp", Account.Role.BUYER, null, "acme@example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"supplier", "buyer", "staff", "system", "PLATFORM", ""})
    void withoutItsClaimsATokenIsNobody(String role) {
        assertThatThrownBy(() -> BearerAccounts.account(token(role).build()))
                .isInstanceOf(InvalidBearerTokenException.class);
    }
}
