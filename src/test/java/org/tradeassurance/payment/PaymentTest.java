package org.tradeassurance.payment;

import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.tradeassurance.TestClock;

/** Money of orders that were agreed on 2015-11-27; after each test every cent is in one place. */
@SpringBootTest
@Import(PaymentFixture.class)
abstract class PaymentTest {

    @Autowired
    PaymentFixture payments;

    TestClock clock;

    @Autowired
    void onTheClockOf(ManagementService management) {
        clock = new TestClock(management);
    }

    @BeforeEach
    void atTheAgreement() {
        clock.set("2015-11-27T02:00:00Z");
    }

    @AfterEach
    void everyCentIsInOnePlace() {
        payments.assertMoneyAddsUp();
        clock.reset();
    }
}
