package org.tradeassurance.web.doors;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Account;
import org.tradeassurance.process.Staff;
import org.tradeassurance.web.AccountDirectory;
import org.tradeassurance.web.Hash;

/** Checks names and passwords: of service accounts against their bcrypt hashes, of staff against the engine's identity service. */
@Component
class Logins {

    /** What a verified Basic header saves: bcrypt at every call. Real time, not the movable clock. */
    private static final long VERIFIED_FOR = TimeUnit.MINUTES.toNanos(5);

    private static final String BEARER = "Bearer ";
    private static final BasicAuthenticationConverter BASIC = new BasicAuthenticationConverter();

    private static final int REMEMBERED = 10_000;
    private static final int LONGEST_PASSWORD = 72;

    /** Costs an unknown name as much time as a known one. */
    private static final String NOBODY = new BCryptPasswordEncoder().encode("nobody");

    private record Verified(Account account, long at) {}

    private final Map<String, AccountDirectory.Login> accounts = new LinkedHashMap<>();
    private final Map<ByteBuffer, Verified> verified = new LinkedHashMap<>();
    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
    private final FailedLogins failures;
    private final Staff staff;
    private final StaffRegister register;
    private final LongSupplier nanos;

    @Autowired
    Logins(List<AccountDirectory> directories, FailedLogins failures, Staff staff, StaffRegister register) {
        this(directories, failures, staff, register, System::nanoTime);
    }

    Logins(
            List<AccountDirectory> directories,
            FailedLogins failures,
            Staff staff,
            StaffRegister register,
            LongSupplier nanos) {
        this.nanos = nanos;
        this.failures = failures;
        this.staff = staff;
        this.register = register;
        for (AccountDirectory directory : directories) {
            for (AccountDirectory.Login login : directory.logins()) {
                if (accounts.put(login.account().name(), login) != null) {
                    throw new IllegalArgumentException("There are two accounts " + login);
                }
            }
        }
    }

    Iterable<AccountDirectory.Login> accounts() {
        return accounts.values();
    }

    /** A service account, as HTTP Basic gives it. */
    Authentication account(Authentication given) {
        String password = String.valueOf(given.getCredentials());
        ByteBuffer hash = ByteBuffer.wrap(Hash.of(given.getName(), password));
        Account known = verified(hash);
        if (known != null) {
            return authenticated(known, given);
        }
        failures.check(given.getName(), address(given));
        AccountDirectory.Login login = accounts.get(given.getName());
        boolean matches = matches(password, login == null ? NOBODY : login.passwordHash());
        if (login == null || !matches) {
            throw failed(given);
        }
        remember(hash, login.account());
        return authenticated(login.account(), given);
    }

    /** A member of staff or a service account, as the login page gives it. */
    Authentication person(Authentication given) {
        if (accounts.containsKey(given.getName())) {
            return account(given);
        }
        failures.check(given.getName(), address(given));
        if (!staff.hasPassword(given.getName(), String.valueOf(given.getCredentials()))) {
            throw failed(given);
        }
        register.forget(given.getName());
        return register.find(given.getName())
                .filter(member -> !member.groups().isEmpty())
                .map(member -> new StaffLogin(given.getName(), member, given.getDetails()))
                .orElseThrow(() -> failed(given));
    }

    /** Whether a request carries a proof that was found right before; nothing is checked anew. */
    boolean hasProved(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context
                && context.getAuthentication() != null) {
            return true;
        }
        String header = String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (header.startsWith(BEARER)) {
            return verified(ByteBuffer.wrap(Hash.of(header))) != null;
        }
        try {
            Authentication basic = BASIC.convert(request);
            return basic != null
                    && verified(ByteBuffer.wrap(Hash.of(basic.getName(), String.valueOf(basic.getCredentials()))))
                            != null;
        } catch (AuthenticationException e) {
            return false;
        }
    }

    /** Checks bearer tokens; remembers whose was right, but checks each again. */
    AuthenticationManager remembering(AuthenticationManager tokens) {
        return given -> {
            Authentication caller = tokens.authenticate(given);
            if (given instanceof BearerTokenAuthenticationToken bearer
                    && caller.getPrincipal() instanceof Account account) {
                remember(ByteBuffer.wrap(Hash.of(BEARER + bearer.getToken())), account);
            }
            return caller;
        };
    }

    private BadCredentialsException failed(Authentication given) {
        failures.failed(given.getName(), address(given));
        return new BadCredentialsException("Wrong name or password");
    }

    boolean matches(String password, String hash) {
        return password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PASSWORD && bcrypt.matches(password, hash);
    }

    private static String address(Authentication given) {
        return given.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
    }

    static Authentication authenticated(Account account, Authentication given) {
        UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.authenticated(
                account,
                null,
                AuthorityUtils.createAuthorityList("ROLE_" + account.role().name()));
        token.setDetails(given.getDetails());
        return token;
    }

    private @Nullable Account verified(ByteBuffer hash) {
        synchronized (verified) {
            Verified entry = verified.get(hash);
            return entry != null && nanos.getAsLong() - entry.at < VERIFIED_FOR ? entry.account : null;
        }
    }

    private void remember(ByteBuffer hash, Account account) {
        synchronized (verified) {
            verified.remove(hash);
            verified.put(hash, new Verified(account, nanos.getAsLong()));
            if (verified.size() > REMEMBERED) {
                verified.remove(verified.keySet().iterator().next());
            }
        }
    }
}
