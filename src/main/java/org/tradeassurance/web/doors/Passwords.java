package org.tradeassurance.web.doors;

import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Compares passwords with hashes, always at the same cost: of a name that is known and one that is not, of a cheap hash and a dear one. */
class Passwords {

    private static final Pattern COST = Pattern.compile("\\$2[aby]?\\$(\\d\\d)\\$");
    private static final String NOBODYS =
            "$2a$%02d$" + "N9qo8uLOickgx2ZMRZoMye".repeat(3).substring(0, 53);

    /** Bcrypt reads no more. */
    private static final int LONGEST_IN_BYTES = 72;

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
    private final int dearest;

    /** @param hashes one of each cost that there is */
    Passwords(Stream<String> hashes, int leastCost) {
        this.dearest =
                Math.max(leastCost, hashes.mapToInt(Passwords::cost).max().orElse(0));
    }

    /** Whether a password is that of an account; at no fixed cost. */
    boolean matches(String password, String hash) {
        boolean fits = password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_IN_BYTES;
        return bcrypt.matches(fits ? password : "too long", hash) && fits;
    }

    /**
     * The answer of a comparison, after as much work as every other takes.
     *
     * @param hash what the password is compared with; of nobody null
     */
    boolean atFullCost(@Nullable String hash, BooleanSupplier comparison) {
        boolean matches = hash != null && comparison.getAsBoolean();
        int spent = hash == null ? 0 : cost(hash);
        if (spent == 0) {
            spend(dearest);
        }
        // Each cost is twice the one below: with these, the sum is that of the dearest.
        for (int cost = spent; spent > 0 && cost < dearest; cost++) {
            spend(cost);
        }
        return matches;
    }

    private void spend(int cost) {
        bcrypt.matches("nobody's", NOBODYS.formatted(cost));
    }

    /** The logarithm of the work that a hash takes; of others than bcrypt's, which take next to none, 0. */
    private static int cost(String hash) {
        Matcher cost = COST.matcher(hash);
        return cost.find() ? Integer.parseInt(cost.group(1)) : 0;
    }
}
