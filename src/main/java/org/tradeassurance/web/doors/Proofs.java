package org.tradeassurance.web.doors;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Account;

/**
 * The proofs that were found right within five minutes, which saves bcrypt at every call. They are known by a hash whose key is never
 * stored, on real time, not the movable clock. The passwords of accounts change with a node's start only, which forgets all.
 */
class Proofs {

    private static final long KEPT = TimeUnit.MINUTES.toNanos(5);
    private static final int AT_MOST = 10_000;

    private record Proof(Account account, long at) {}

    private final Map<ByteBuffer, Proof> proofs = new LinkedHashMap<>();
    private final byte[] key = new byte[32];
    private final LongSupplier nanos;

    Proofs(LongSupplier nanos) {
        this.nanos = nanos;
        new SecureRandom().nextBytes(key);
    }

    ByteBuffer of(String... texts) {
        return ByteBuffer.wrap(KeyedHash.of(key, texts));
    }

    @Nullable
    Account find(ByteBuffer proof) {
        synchronized (proofs) {
            Proof known = proofs.get(proof);
            return known != null && nanos.getAsLong() - known.at < KEPT ? known.account : null;
        }
    }

    void remember(ByteBuffer proof, Account account) {
        synchronized (proofs) {
            proofs.remove(proof);
            proofs.put(proof, new Proof(account, nanos.getAsLong()));
            if (proofs.size() > AT_MOST) {
                proofs.remove(proofs.keySet().iterator().next());
            }
        }
    }
}
