package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.annotation.Transactional;
import org.tradeassurance.process.Staff;

/** How long it takes until a change of a member of staff is noticed. */
@SpringBootTest
@Transactional
class StaffRegisterTest {

    @Autowired
    private Staff staff;

    @Autowired
    private IdentityService identities;

    private long nanos;

    @Test
    void aMemberIsAskedForOnceInTwoSeconds() {
        StaffRegister register = new StaffRegister(staff, () -> nanos);
        assertThat(register.find("buyer-desk")).isPresent();
        identities.deleteUser("buyer-desk");
        nanos = Duration.ofSeconds(2).toNanos() - 1;
        assertThat(register.find("buyer-desk")).isPresent();
        nanos += 1;
        assertThat(register.find("buyer-desk")).isEmpty();
    }
}
