package org.tradeassurance.web.doors;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.Account;
import org.tradeassurance.process.Staff;
import org.tradeassurance.start.StartRefused;
import org.tradeassurance.web.AccountDirectory;

/** Checks names and passwords: of service accounts against their bcrypt hashes, of staff against what the engine has stored. */
@Component
class Logins {

    private static final String BEARER = "Bearer ";
    private static final BasicAuthenticationConverter BASIC = new BasicAuthenticationConverter();

    /** Callers of an account that begin all at once wait for one comparison, instead of making one each. */
    private static final int TURNS = 64;

    private final Map<String, AccountDirectory.Login> accounts = new LinkedHashMap<>();
    private final Object[] turns = Stream.generate(Object::new).limit(TURNS).toArray();
    private final FailedLogins failures;
    private final Staff staff;
    private final StaffRegister register;
    private final Passwords passwords;
    private final Proofs proofs;

    @Autowired
    Logins(
            List<AccountDirectory> directories,
            FailedLogins failures,
            Staff staff,
            StaffRegister register,
            @Value("${trade-assurance.staff.password-strength}") int passwordStrength) {
        this(directories, failures, staff, register, passwordStrength, Ticker.systemTicker());
    }

    Logins(
            List<AccountDirectory> directories,
            FailedLogins failures,
            Staff staff,
            StaffRegister register,
            int passwordStrength,
            Ticker time) {
        this.failures = failures;
        this.staff = staff;
        this.register = register;
        this.proofs = new Proofs(time);
        for (AccountDirectory directory : directories) {
            for (AccountDirectory.Login login : directory.logins()) {
                if (accounts.put(login.account().name(), login) != null) {
                    throw new StartRefused("There are two trade-assurance.accounts called " + login);
                }
            }
        }
        this.passwords =
                new Passwords(accounts.values().stream().map(AccountDirectory.Login::passwordHash), passwordStrength);
    }

    Iterable<AccountDirectory.Login> accounts() {
        return accounts.values();
    }

    boolean matches(String password, String hash) {
        return passwords.matches(password, hash);
    }

    /** A service account, as HTTP Basic gives it. */
    Authentication account(Authentication given) {
        ByteBuffer proof = proof(given, address(given));
        Account known = proofs.find(proof);
        if (known != null) {
            return authenticated(known, given);
        }
        synchronized (turns[Math.floorMod(proof.hashCode(), TURNS)]) {
            known = proofs.find(proof);
            return authenticated(known == null ? compared(given, proof) : known, given);
        }
    }

    private Account compared(Authentication given, ByteBuffer proof) {
        AccountDirectory.Login login = accounts.get(given.getName());
        String hash = login == null ? null : login.passwordHash();
        boolean right = isLetIn(given, hash, password -> hash != null && passwords.matches(password, hash));
        if (login == null || !right) {
            throw wrong();
        }
        proofs.remember(proof, login.account());
        return login.account();
    }

    /** A member of staff or a service account, as the login page gives it. */
    Authentication person(Authentication given) {
        String name = given.getName();
        // Asked for accounts too: each name takes the same time.
        Optional<Staff.Member> found = staff.member(name);
        if (accounts.containsKey(name)) {
            return account(given);
        }
        String hash = found.map(Staff.Member::password).orElse(null);
        boolean right = isLetIn(
                given,
                hash,
                password -> found.filter(member -> staff.isPassword(member, password))
                        .isPresent());
        Staff.Member member = found.orElseThrow(Logins::wrong);
        if (!right || member.groups().isEmpty()) {
            throw wrong();
        }
        staff.renew(name, member, String.valueOf(given.getCredentials()));
        register.forget(name);
        return register.find(name)
                .map(now -> new StaffLogin(name, now, given.getDetails()))
                .orElseThrow(Logins::wrong);
    }

    /** What the browser of somebody who has logged in is known by from now on. */
    String passwordHash(Authentication person) {
        AccountDirectory.Login login = accounts.get(person.getName());
        return person instanceof StaffLogin member
                ? member.member().password()
                : Objects.requireNonNull(login).passwordHash();
    }

    /**
     * Whether a password is right; a wrong one is counted.
     *
     * @throws TooManyFailures whether it is right or not, after the same time
     */
    private boolean isLetIn(Authentication given, @Nullable String hash, Predicate<String> comparison) {
        String name = given.getName();
        String device = given.getDetails() instanceof Visitor visitor && hash != null
                ? Devices.known(visitor.device(), name, hash)
                : null;
        FailedLogins.Attempt attempt = new FailedLogins.Attempt(name, address(given), device);
        return failures.counting(
                attempt,
                () -> passwords.atFullCost(hash, () -> comparison.test(String.valueOf(given.getCredentials()))));
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("Wrong name or password");
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
            return proofs.find(proofs.of(header)) != null;
        }
        try {
            Authentication basic = BASIC.convert(request);
            return basic != null && proofs.find(proof(basic, request.getRemoteAddr())) != null;
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
                proofs.remember(proofs.of(BEARER + bearer.getToken()), account);
            }
            return caller;
        };
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

    /** A password that was right is so for its address only: elsewhere it may be a guess, and guesses are counted. */
    private ByteBuffer proof(Authentication given, String address) {
        return proofs.of(given.getName(), String.valueOf(given.getCredentials()), address);
    }
}
