package org.tradeassurance.process.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Passwords of staff by bcrypt. What the engine's own hashes made is still understood by the engine, and renewed at a login. */
public class BcryptPasswords implements PasswordEncryptor {

    private static final String NAME = "bcrypt";

    private final BCryptPasswordEncoder bcrypt;

    public BcryptPasswords(int strength) {
        this.bcrypt = new BCryptPasswordEncoder(strength);
    }

    public static boolean isHash(String stored) {
        return stored.startsWith("{" + NAME + "}");
    }

    @Override
    public String encrypt(String password) {
        return bcrypt.encode(brief(password));
    }

    @Override
    public boolean check(String password, String encrypted) {
        return bcrypt.matches(brief(password), encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    /** Bcrypt reads 72 bytes only, and the engine puts its salt behind the password. */
    private static String brief(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
