package org.tradeassurance.web.doors;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tradeassurance.process.Staff;

/** Who is a member of staff now: each is asked for once in two seconds at most, on real time, however many requests they send. */
@Component
class StaffRegister {

    static final Duration FRESH_FOR = Duration.ofSeconds(2);

    private final LoadingCache<String, Optional<Staff.Member>> known;

    @Autowired
    StaffRegister(Staff staff) {
        this(staff, Ticker.systemTicker());
    }

    StaffRegister(Staff staff, Ticker time) {
        this.known =
                Caffeine.newBuilder().expireAfterWrite(FRESH_FOR).ticker(time).build(staff::member);
    }

    Optional<Staff.Member> find(String name) {
        return known.get(name);
    }

    void forget(String name) {
        known.invalidate(name);
    }
}
