package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
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

    @Autowired
    private JdbcClient jdbc;

    private long nanos;
    private Logins logins;
    private String address = "192.0.2.1";

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
                4,
                () -> nanos);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private Authentication given(String name, String password) {
        UsernamePasswordAuthenticationToken given = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        given.setDetails(new WebAuthenticationDetails(address, null));
        return given;
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
    void aVerifiedHeaderIsRememberedForFiveMinutesAtItsAddress() {
        isRight(RIGHT);
        pass(Duration.ofMinutes(5).minusNanos(1));
        fails("erp", 100);
        isRight(RIGHT);
        pass(Duration.ofNanos(1));
        isClosed("erp");
    }

    @Test
    void elsewhereARememberedPasswordIsAGuessLikeAnother() {
        isRight(RIGHT);
        address = "192.0.2.2";
        fails("erp", 10);
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
        fails("other", 9);
        fails("erp", 10);
        isClosed("erp");
        pass(Duration.ofMinutes(1).minusNanos(1));
        isClosed("erp");
        pass(Duration.ofNanos(1));
        isRight(RIGHT);
    }

    @Test
    void whereTheNameHasLoggedInBeforeStrangersDontCloseItSoSoon() {
        isRight(RIGHT);
        pass(Duration.ofDays(30).minusNanos(1));
        fails("erp", 99);
        isRight(RIGHT);
        pass(Duration.ofDays(30));
        fails("erp", 10);
        isClosed("erp");
    }

    @Test
    void aHundredFailuresOfManyAddressesCloseANameToThoseThatItHasNotLoggedInFrom() {
        isRight(RIGHT);
        pass(Duration.ofMinutes(6));
        for (int i = 0; i < 10; i++) {
            address = "198.51.100." + i;
            fails("erp", 10);
        }
        address = "198.51.100.10";
        isClosed("erp");
        address = "192.0.2.1";
        isRight(RIGHT);
    }

    @Test
    void aHundredFailuresLeaveAnAddressOneTryAName() {
        for (int name = 0; name < 10; name++) {
            fails("guess-" + name, 10);
        }
        fails("another", 1);
        isClosed("another");
        isRight(RIGHT);
    }

    @Test
    void guessesAtTheSameTimeAreNoMoreThanOneByOne() {
        FailedLogins failures = new FailedLogins(() -> nanos);
        FailedLogins.Attempt attempt = new FailedLogins.Attempt("erp", address, null);
        assertThatThrownBy(() -> nested(failures, attempt, 10)).isInstanceOf(TooManyFailures.class);
        pass(Duration.ofMinutes(1));
        assertThat(nested(failures, attempt, 9)).isTrue();
        assertThat(nested(failures, attempt, 9)).as("none of them was wrong").isTrue();
    }

    private static boolean nested(FailedLogins failures, FailedLogins.Attempt attempt, int times) {
        return failures.counting(attempt, () -> times == 0 || nested(failures, attempt, times - 1));
    }

    /** Measured as the work of this thread, which others on the machine don't change; the work of one hash is twice that of the next. */
    @Test
    void eachNameTakesTheSameTime() {
        int strength = 11;
        Account account = new Account("erp", Account.Role.PLATFORM, null, null);
        AccountDirectory directory =
                () -> List.of(new AccountDirectory.Login(account, new BCryptPasswordEncoder(8).encode(RIGHT)));
        logins = new Logins(
                List.of(directory),
                new FailedLogins(() -> nanos),
                staff,
                new StaffRegister(staff, () -> nanos),
                strength,
                () -> nanos);
        member("mei", "once a password");
        member("old", "once a password");
        jdbc.sql("update act_id_user set pwd_ = '{SHA-512}bm90aGluZw==' where id_ = 'old'")
                .update();
        Map<String, Long> work = new TreeMap<>();
        for (int round = 0; round < 3; round++) {
            for (String name : List.of("erp", "mei", "old", "nobody", "admin")) {
                work.merge("form " + name, workOf(() -> logins.person(given(name, "wrong"))), Math::min);
                work.merge("api " + name, workOf(() -> logins.account(given(name, "wrong"))), Math::min);
            }
        }
        for (int i = 0; i < 12; i++) {
            workOf(() -> logins.account(given("locked", "wrong")));
        }
        work.put("locked", workOf(() -> logins.account(given("locked", "wrong"))));
        work.put("long", workOf(() -> logins.account(given("erp", "wrong".repeat(50)))));
        long most = Collections.max(work.values());
        assertThat(work).allSatisfy((name, spent) -> assertThat(spent).as(name).isGreaterThan(most * 6 / 10));
    }

    private static long workOf(ThrowableAssert.ThrowingCallable login) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThatThrownBy(login).isInstanceOf(AuthenticationException.class);
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }

    private void member(String name, String password) {
        User user = identities.newUser(name);
        user.setPassword(password);
        identities.saveUser(user);
        identities.createMembership(name, "buyer-desk");
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
        member("mei", "once a password");
        assertThat(logins.person(given("mei", "once a password")).isAuthenticated())
                .isTrue();
        User user = identities.createUserQuery().userId("mei").singleResult();
        user.setPassword("now another");
        identities.saveUser(user);
        assertThatThrownBy(() -> logins.person(given("mei", "once a password")))
                .isInstanceOf(BadCredentialsException.class);
        assertThat(logins.person(given("mei", "now another")).isAuthenticated()).isTrue();
    }
}
