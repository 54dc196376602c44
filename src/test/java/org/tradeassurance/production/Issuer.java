package org.tradeassurance.production;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** An issuer of bearer tokens with a key of its own, which it publishes. */
class Issuer {

    private final String address;
    private final RSAKey key;

    Issuer(WireMockServer server) {
        address = server.baseUrl();
        key = newKey();
        server.stubFor(get("/.well-known/openid-configuration").willReturn(okJson("""
                {"issuer": "%s", "jwks_uri": "%s/keys", "subject_types_supported": ["public"]}
                """.formatted(address, address))));
        server.stubFor(get("/keys").willReturn(okJson(new JWKSet(key.toPublicJWK()).toString())));
    }

    String address() {
        return address;
    }

    /** @param claims beside the sensible ones, or in their place; a duration is an instant so long ago */
    String token(Map<String, Object> claims) {
        return signed(claims, key);
    }

    /** Signed by somebody else under the same key id. */
    String forged(Map<String, Object> claims) {
        return signed(claims, newKey());
    }

    private String signed(Map<String, Object> claims, RSAKey by) {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issuer(address)
                .subject("erp")
                .audience("orders")
                .expirationTime(java.util.Date.from(Clock.systemUTC().instant().plusSeconds(300)));
        claims.forEach((name, value) ->
                set.claim(name, value instanceof Duration since ? java.util.Date.from(ago(since)) : value));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), set.build());
        try {
            token.sign(new RSASSASigner(by));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }

    private static Instant ago(Duration since) {
        return Clock.systemUTC().instant().minus(since);
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
