package org.tradeassurance.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tradeassurance.start.StartRefused;

/** Signs as Standard Webhooks 1.0 has it: HMAC-SHA256 over id, timestamp and body. */
final class WebhookSignature {

    /** The least that Standard Webhooks asks of a secret. */
    static final int SAFE_KEY_BYTES = 24;

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /** @throws StartRefused if the secret is not of the form {@code whsec_<base64>} */
    static byte[] key(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new StartRefused("A webhook's secret begins with " + PREFIX);
        }
        try {
            return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new StartRefused("A webhook's secret is base64 after " + PREFIX, e);
        }
    }

    /** @param timestamp seconds since 1970 */
    static String of(String secret, String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(secret), ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
