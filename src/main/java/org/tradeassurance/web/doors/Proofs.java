package org.tradeassurance.web.doors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.Account;

/**
 * The proofs that were found right within five minutes, which saves bcrypt at every call. They are known by a hash whose key is never
 * stored, on real time, not the movable clock. The passwords of accounts change with a node's start only, which forgets all.
 */
class Proofs {

    private final Cache<ByteBuffer, Account> proofs;
    private final byte[] key = new byte[32];

    Proofs(Ticker time) {
        this.proofs = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(5))
                .maximumSize(10_000)
                .ticker(time)
                .build();
        new SecureRandom().nextBytes(key);
    }

    ByteBuffer of(String... texts) {
        return ByteBuffer.wrap(KeyedHash.of(key, texts));
    }

    @Nullable
    Account find(ByteBuffer proof) {
        return proofs.getIfPresent(proof);
    }

    void remember(ByteBuffer proof, Account account) {
        proofs.put(proof, account);
    }
}
