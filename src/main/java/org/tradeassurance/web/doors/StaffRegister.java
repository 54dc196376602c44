package org.tradeassurance.web.doors;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tradeassurance.process.Staff;

/** Who is a member of staff now: each is asked for once in two seconds at most, on real time, however many requests they send. */
@Component
class StaffRegister {

    static final Duration FRESH_FOR = Duration.ofSeconds(2);

    private record Known(Optional<Staff.Member> member, long at) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Staff staff;
    private final LongSupplier nanos;

    @Autowired
    StaffRegister(Staff staff) {
        this(staff, System::nanoTime);
    }

    StaffRegister(Staff staff, LongSupplier nanos) {
        this.staff = staff;
        this.nanos = nanos;
    }

    Optional<Staff.Member> find(String name) {
        return known.compute(name, (key, before) -> before != null && isFresh(before) ? before : ask(key))
                .member();
    }

    void forget(String name) {
        known.remove(name);
    }

    private boolean isFresh(Known before) {
        return nanos.getAsLong() - before.at < FRESH_FOR.toNanos();
    }

    private Known ask(String name) {
        long now = nanos.getAsLong();
        return new Known(staff.member(name), now);
    }
}
