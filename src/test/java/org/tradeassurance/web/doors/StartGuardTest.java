package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.annotation.Transactional;
import org.tradeassurance.order.Account;
import org.tradeassurance.process.Staff;
import org.tradeassurance.web.AccountDirectory;

/** What we refuse to start with: the people and accounts of the sandbox, if this were production. */
@SpringBootTest
@Transactional
class StartGuardTest {

    @Autowired
    private Staff staff;

    @Autowired
    private IdentityService identities;

    private StartGuard guard(String password, String... profiles) {
        Account account = new Account("erp", Account.Role.PLATFORM, null, null);
        String hash = new BCryptPasswordEncoder(4).encode(password);
        AccountDirectory directory = () -> List.of(new AccountDirectory.Login(account, hash));
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profiles);
        return new StartGuard(
                staff,
                new Logins(List.of(directory), new FailedLogins(), staff, new StaffRegister(staff), 4),
                environment);
    }

    private void everybodyHasAPasswordOfTheirOwn() {
        for (User user : identities.createUserQuery().list()) {
            user.setPassword("k38fj3kf9" + user.getId());
            identities.saveUser(user);
        }
    }

    @Test
    void withoutAnAdministrator() {
        everybodyHasAPasswordOfTheirOwn();
        identities.deleteMembership("admin", Groups.CAMUNDA_ADMIN);
        assertThatThrownBy(() -> start(guard("9fh3kd83jd"))).hasMessageContaining("no administrator");
    }

    @Test
    void withAPasswordThatEverybodyKnows() {
        assertThatThrownBy(() -> start(guard("9fh3kd83jd")))
                .hasMessageContaining("admin")
                .hasMessageContaining("desk");
        everybodyHasAPasswordOfTheirOwn();
        assertThatThrownBy(() -> start(guard("sandbox"))).hasMessageContaining("[erp]");
        assertThatThrownBy(() -> start(guard("erp"))).hasMessageContaining("[erp]");
    }

    @Test
    void nothingElse() {
        assertThatCode(() -> start(guard("sandbox", "sandbox"))).doesNotThrowAnyException();
        everybodyHasAPasswordOfTheirOwn();
        assertThatCode(() -> start(guard("9fh3kd83jd"))).doesNotThrowAnyException();
    }

    private static void start(StartGuard guard) {
        guard.run(new DefaultApplicationArguments());
    }
}
