package org.tradeassurance.web.doors;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.tradeassurance.order.Account;

/** Reads the account out of a bearer token: its subject, and the claims {@code role}, {@code supplierId} and {@code email}. */
class BearerAccounts implements Converter<Jwt, AbstractAuthenticationToken> {

    static AuthenticationManager manager(String issuer, @Nullable String audience) {
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder(issuer, audience));
        provider.setJwtAuthenticationConverter(new BearerAccounts());
        return new ProviderManager(provider);
    }

    /** Asks the issuer for its keys at the first token, so that we start without it. */
    private static JwtDecoder decoder(String issuer, @Nullable String audience) {
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder = JwtDecoders.fromIssuerLocation(issuer);
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefaultWithIssuer(issuer), token -> forUs(token, audience)));
            return decoder;
        });
    }

    private static OAuth2TokenValidatorResult forUs(Jwt token, @Nullable String audience) {
        List<String> named = token.getAudience();
        return audience == null || (named != null && named.contains(audience))
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "Not for us", null));
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        Account account = account(token);
        return UsernamePasswordAuthenticationToken.authenticated(
                account,
                null,
                AuthorityUtils.createAuthorityList("ROLE_" + account.role().name()));
    }

    static Account account(Jwt token) {
        String name = token.getSubject();
        String supplier = token.getClaimAsString("supplierId");
        String email = token.getClaimAsString("email");
        if (name == null || name.isBlank()) {
            throw new InvalidBearerTokenException("The token names nobody");
        }
        return switch (String.valueOf(token.getClaimAsString("role"))) {
            case "platform" -> new Account(name, Account.Role.PLATFORM, null, null);
            case "bank" -> new Account(name, Account.Role.BANK, null, null);
            case "export-service" -> new Account(name, Account.Role.EXPORT_SERVICE, null, null);
            case "supplier" -> new Account(name, Account.Role.SUPPLIER, given(supplier, "supplierId"), null);
            case "buyer" ->
                new Account(
                        name, Account.Role.BUYER, null, given(email, "email").toLowerCase(Locale.ROOT));
            default -> throw new InvalidBearerTokenException("The token has no role of ours");
        };
    }

    private static String given(@Nullable String claim, String name) {
        if (claim == null || claim.isBlank()) {
            throw new InvalidBearerTokenException("The token has no claim " + name);
        }
        return claim;
    }
}
