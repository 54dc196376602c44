package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.tradeassurance.order.Account;
import org.tradeassurance.process.Staff;
import org.tradeassurance.web.AccountDirectory;

/** What we refuse to start with. */
class StartGuardTest {

    private final Staff staff = mock(Staff.class);

    private StartGuard guard(String password, String... profiles) {
        Account account = new Account("erp", Account.Role.PLATFORM, null, null);
        String hash = new BCryptPasswordEncoder(4).encode(password);
        AccountDirectory directory = () -> List.of(new AccountDirectory.Login(account, hash));
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profiles);
        return new StartGuard(staff, new Logins(List.of(directory), new FailedLogins(), staff), environment);
    }

    private void administrator(String password) {
        when(staff.administrators()).thenReturn(List.of("root"));
        when(staff.known(any())).thenReturn(List.of());
        when(staff.hasPassword("root", password)).thenReturn(true);
    }

    @Test
    void withoutAnAdministrator() {
        when(staff.administrators()).thenReturn(List.of());
        assertThatThrownBy(() -> start(guard("9fh3kd83jd"))).hasMessageContaining("no administrator");
    }

    @Test
    void withADefaultPasswordOfAnAccountOrOfStaff() {
        administrator("k38fj3kf9");
        assertThatThrownBy(() -> start(guard("sandbox"))).hasMessageContaining("[erp]");
        assertThatThrownBy(() -> start(guard("erp"))).hasMessageContaining("[erp]");
        administrator("admin");
        assertThatThrownBy(() -> start(guard("9fh3kd83jd"))).hasMessageContaining("[root]");
    }

    @Test
    void nothingElse() {
        administrator("k38fj3kf9");
        assertThatCode(() -> start(guard("9fh3kd83jd"))).doesNotThrowAnyException();
        assertThatCode(() -> start(guard("sandbox", "sandbox"))).doesNotThrowAnyException();
    }

    private static void start(StartGuard guard) {
        guard.run(new DefaultApplicationArguments());
    }
}
