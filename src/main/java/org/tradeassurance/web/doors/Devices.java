package org.tradeassurance.web.doors;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.util.StringUtils;
import org.springframework.web.util.WebUtils;
import org.tradeassurance.web.Hash;

/**
 * The cookie of a browser that somebody has logged in with: their next login there is not held up by what strangers tried under their
 * name. It is signed with the stored hash of the password, so that every node knows it and a new password ends it; it is no login.
 */
class Devices {

    private static final Duration KEPT = Duration.ofDays(180);
    private static final int NUMBER = 16;

    private final SecureRandom random = new SecureRandom();
    private final boolean secure;

    /** @param secure whether browsers send the cookie by TLS only */
    Devices(boolean secure) {
        this.secure = secure;
    }

    ResponseCookie issue(String name, String passwordHash) {
        byte[] number = new byte[NUMBER];
        random.nextBytes(number);
        String device = HexFormat.of().formatHex(number);
        return ResponseCookie.from(cookie(name), device + '.' + signature(device, name, passwordHash))
                .path("/login")
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure)
                .maxAge(KEPT)
                .build();
    }

    /** The cookie that a browser sends for a name, as it is. */
    static @Nullable String sent(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, cookie(name));
        return cookie == null ? null : cookie.getValue();
    }

    /** The device, if the cookie is right. */
    static @Nullable String known(@Nullable String cookie, String name, String passwordHash) {
        String[] parts = StringUtils.split(String.valueOf(cookie), ".");
        if (parts == null || passwordHash.isEmpty()) {
            return null;
        }
        String right = signature(parts[0], name, passwordHash);
        return MessageDigest.isEqual(right.getBytes(UTF_8), parts[1].getBytes(UTF_8)) ? parts[0] : null;
    }

    /** One for each person who uses the browser; what characters names have does not matter. */
    private static String cookie(String name) {
        return "device-" + HexFormat.of().formatHex(Hash.of(name), 0, 8);
    }

    private static String signature(String device, String name, String passwordHash) {
        byte[] signature = KeyedHash.of(passwordHash.getBytes(UTF_8), "device", device, name);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }
}
