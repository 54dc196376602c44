package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.annotation.Transactional;
import org.tradeassurance.order.Account;
import org.tradeassurance.process.Staff;
import org.tradeassurance.web.AccountDirectory;

/** How long a proof lasts, and when guessing is over. */
@SpringBootTest
@Transactional
class LoginsTest {

    private static final String RIGHT = "k38fj3kf9";

    @Autowired
    private Staff staff;

    @Autowired
    private IdentityService identities;

    private long nanos;
    private Logins logins;

    @BeforeEach
    void oneAccount() {
        Account account = new Account("erp", Account.Role.PLATFORM, null, null);
        String hash = new BCryptPasswordEncoder(4).encode(RIGHT);
        FailedLogins failures = new FailedLogins(() -> nanos);
        logins = new Logins(
                List.of(() -> List.of(new AccountDirectory.Login(account, hash))),
                failures,
                staff,
                new StaffRegister(staff, () -> nanos),
                () -> nanos);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private static Authentication given(String name, String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated(name, password);
    }

    private void fails(String name, int times) {
        for (int i = 0; i < times; i++) {
            String wrong = "wrong" + i;
            assertThatThrownBy(() -> logins.account(given(name, wrong))).isInstanceOf(BadCredentialsException.class);
        }
    }

    private void isRight(String password) {
        assertThat(logins.account(given("erp", password)).isAuthenticated()).isTrue();
    }

    private void isClosed(String name) {
        assertThatThrownBy(() -> logins.account(given(name, RIGHT))).isInstanceOf(TooManyFailures.class);
    }

    /** Who is remembered is not asked again, so the failures of others under the name don't matter. */
    @Test
    void aVerifiedHeaderIsRememberedForFiveMinutes() {
        isRight(RIGHT);
        pass(Duration.ofMinutes(5).minusNanos(1));
        fails("erp", 10);
        isRight(RIGHT);
        pass(Duration.ofNanos(1));
        isClosed("erp");
    }

    @Test
    void onlyTheVerifiedPasswordIsRemembered() {
        isRight(RIGHT);
        assertThatThrownBy(() -> logins.account(given("erp", RIGHT + ' '))).isInstanceOf(BadCredentialsException.class);
        assertThatThrownBy(() -> logins.account(given("ERP", RIGHT))).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void theTenthFailureClosesTheNameForTheRestOfTheMinute() {
        fails("erp", 9);
        isRight(RIGHT);
        fails("erp", 1);
        fails("other", 9);
        pass(Duration.ofMinutes(5).plusSeconds(1));
        fails("erp", 10);
        isClosed("erp");
        pass(Duration.ofMinutes(1).minusNanos(1));
        isClosed("erp");
        pass(Duration.ofNanos(1));
        isRight(RIGHT);
    }

    @Test
    void aHundredFailuresCloseTheAddress() {
        for (int name = 0; name < 10; name++) {
            fails("guess-" + name, 10);
        }
        isClosed("erp");
    }

    @Test
    void rightPasswordsAreNeverTooMany() {
        for (int i = 0; i < 200; i++) {
            isRight(RIGHT);
            pass(Duration.ofMinutes(5));
        }
    }

    @Test
    void aMemberOfStaffWithANewPasswordIsLetInByThatOneAlone() {
        User user = identities.newUser("mei");
        user.setPassword("once a password");
        identities.saveUser(user);
        identities.createMembership("mei", "buyer-desk");
        assertThat(logins.person(given("mei", "once a password")).isAuthenticated())
                .isTrue();
        user.setPassword("now another");
        identities.saveUser(user);
        assertThatThrownBy(() -> logins.person(given("mei", "once a password")))
                .isInstanceOf(BadCredentialsException.class);
        assertThat(logins.person(given("mei", "now another")).isAuthenticated()).isTrue();
    }
}
