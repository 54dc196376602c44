package org.tradeassurance.web.doors;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tradeassurance.web.Hash;

/** HMAC with SHA-256. */
final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    private KeyedHash() {}

    /** Of several texts, so that no two lists of texts have the same one. */
    static byte[] of(byte[] key, String... texts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(Hash.of(texts));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
