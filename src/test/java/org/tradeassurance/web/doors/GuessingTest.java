package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever guesses is slowed down; whoever is known, or merely stands behind the same proxy, comes in. Each test has addresses of its own. */
@DoorTest
class GuessingTest {

    private static final String RIGHT =
            "right-one, and longer than the seventy-two bytes that bcrypt reads of a password";
    private static final int TOO_MANY = 429;

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient jdbc;

    private final String name = "guessed" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void aMemberOfStaff() {
        User user = identities.newUser(name);
        user.setPassword(RIGHT);
        identities.saveUser(user);
        identities.createMembership(name, "buyer-desk");
    }

    @AfterEach
    void leaves() {
        identities.deleteUser(name);
    }

    private Letter at(String address) {
        return new Letter(port, address);
    }

    private void strangerTries(String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(at(address).comesIn(name, "wrong" + i)).isFalse();
        }
    }

    private String stored() {
        return jdbc.sql("select pwd_ from act_id_user where id_ = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    @Test
    void aHundredWrongPasswordsShutOutNobodyElseAtTheSameAddress() {
        String proxy = "127.0.1.1";
        for (int i = 0; i < 120; i++) {
            at(proxy).call("guess-" + i % 30, "wrong");
        }
        assertThat(at(proxy).call("platform", "sandbox")).isEqualTo(200);
        assertThat(at(proxy).comesIn(name, RIGHT)).isTrue();
        assertThat(at(proxy).call("guess-1", "wrong")).isEqualTo(TOO_MANY);
        assertThat(at(proxy).call("guess-new", "wrong")).isEqualTo(401);
        assertThat(at(proxy).call("guess-new", "wrong"))
                .as("one try a name, from there")
                .isEqualTo(TOO_MANY);
    }

    @Test
    void tenWrongPasswordsOfAStrangerLeaveTheOwnersDeviceIn() {
        Letter owner = at("127.0.1.2");
        assertThat(owner.comesIn(name, RIGHT)).isTrue();
        strangerTries("127.0.1.3", 10);
        assertThat(Letter.status(at("127.0.1.3").login(name, RIGHT))).isEqualTo(TOO_MANY);
        assertThat(at("127.0.1.3").like(owner).comesIn(name, RIGHT)).isTrue();
        assertThat(at("127.0.1.2").comesIn(name, RIGHT))
                .as("strangers elsewhere")
                .isTrue();
    }

    @Test
    void tenWrongPasswordsLeaveTheOwnersAddressIn() {
        assertThat(at("127.0.1.4").call("platform", "sandbox")).isEqualTo(200);
        assertThat(at("127.0.1.4").comesIn(name, RIGHT)).isTrue();
        strangerTries("127.0.1.4", 20);
        assertThat(at("127.0.1.4").comesIn(name, RIGHT)).isTrue();
    }

    @Test
    void aDeviceIsKnownForItsOwnerOnlyAndNoPlaceToGuess() {
        Letter owner = at("127.0.1.5");
        String answer = owner.login(name, RIGHT);
        assertThat(answer)
                .containsPattern("(?m)^Set-Cookie: device-.*Path=/login; .*HttpOnly; SameSite=Strict$")
                .doesNotContain(stored());
        String device = owner.cookies().keySet().stream()
                .filter(cookie -> cookie.startsWith("device-"))
                .findFirst()
                .orElseThrow();
        String value = String.valueOf(owner.cookies().get(device));
        strangerTries("127.0.1.6", 10);
        assertThat(Letter.status(at("127.0.1.6")
                        .withCookie(device, "00" + value.substring(2))
                        .login(name, RIGHT)))
                .as("forged")
                .isEqualTo(TOO_MANY);
        Letter thief = at("127.0.1.6").withCookie(device, value);
        for (int i = 0; i < 10; i++) {
            assertThat(thief.login(name, "wrong" + i)).contains("/login?error");
        }
        assertThat(Letter.status(thief.login(name, RIGHT))).isEqualTo(TOO_MANY);

        User user = identities.createUserQuery().userId(name).singleResult();
        user.setPassword("a newer one");
        identities.saveUser(user);
        assertThat(Letter.status(at("127.0.1.6").withCookie(device, value).login(name, "a newer one")))
                .as("a new password ends it")
                .isEqualTo(TOO_MANY);
    }

    @Test
    void passwordsAreHashedByBcryptAndOlderHashesAreRenewedAtALogin() {
        assertThat(stored()).startsWith("{bcrypt}$2a$");
        String salt = jdbc.sql("select salt_ from act_id_user where id_ = :name")
                .param("name", name)
                .query(String.class)
                .single();
        String older = new PasswordManager(new Sha512HashDigest(), List.of()).encrypt(RIGHT + salt);
        jdbc.sql("update act_id_user set pwd_ = :older where id_ = :name")
                .param("older", older)
                .param("name", name)
                .update();
        assertThat(at("127.0.1.7").comesIn(name, "wrong")).isFalse();
        assertThat(stored()).isEqualTo(older);
        Letter owner = at("127.0.1.7");
        assertThat(owner.comesIn(name, RIGHT)).isTrue();
        assertThat(stored()).startsWith("{bcrypt}$2a$");
        assertThat(Letter.status(owner.get("/api/v1/orders"))).isEqualTo(200);
        assertThat(at("127.0.1.7").comesIn(name, RIGHT)).isTrue();
        assertThat(at("127.0.1.7").comesIn(name, RIGHT.substring(0, 72))).isFalse();
        assertThat(identities.checkPassword(name, RIGHT)).isTrue();
    }
}
