package org.tradeassurance.web.doors;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.tradeassurance.process.Staff;
import org.tradeassurance.start.StartRefused;
import org.tradeassurance.web.AccountDirectory;

/** Refuses to run without an administrator or with a password that everybody knows; the sandbox makes its own, which it may know. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class StartGuard implements ApplicationRunner {

    private static final List<String> KNOWN_PASSWORDS =
            List.of("sandbox", "admin", "demo", "password", "changeme", "secret");
    private static final List<String> KNOWN_NAMES = List.of(
            "admin",
            "demo",
            "supplier-desk",
            "buyer-desk",
            "finance-desk",
            "export-desk",
            "assurance-desk",
            "supplier-desk-lead",
            "buyer-desk-lead",
            "finance-desk-lead",
            "export-desk-lead",
            "assurance-desk-lead",
            "process-analyst");

    private final Staff staff;
    private final Logins logins;
    private final boolean sandbox;

    StartGuard(Staff staff, Logins logins, Environment environment) {
        this.staff = staff;
        this.logins = logins;
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!sandbox) {
            check();
        }
    }

    void check() {
        List<String> administrators = staff.administrators();
        if (administrators.isEmpty()) {
            throw new StartRefused("There is no administrator: set camunda.bpm.admin-user.id and .password");
        }
        refuseKnownPasswords(administrators);
    }

    private void refuseKnownPasswords(List<String> administrators) {
        List<String> weak = new ArrayList<>();
        for (AccountDirectory.Login login : logins.accounts()) {
            if (candidates(login.account().name()).stream()
                    .anyMatch(password -> logins.matches(password, login.passwordHash()))) {
                weak.add(login.account().name());
            }
        }
        Set<String> names = new LinkedHashSet<>(staff.known(KNOWN_NAMES));
        names.addAll(administrators);
        for (String name : names) {
            if (candidates(name).stream().anyMatch(password -> staff.hasPassword(name, password))) {
                weak.add(name);
            }
        }
        if (!weak.isEmpty()) {
            throw new StartRefused("These logins have a default password, change it first: " + weak);
        }
    }

    private static Set<String> candidates(String name) {
        Set<String> candidates = new LinkedHashSet<>(KNOWN_PASSWORDS);
        candidates.add(name);
        return candidates;
    }
}
