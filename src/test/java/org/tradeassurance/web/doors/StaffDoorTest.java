package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tradeassurance.web.Caller;

/** What a member of staff reaches, and what nobody does. */
@DoorTest
class StaffDoorTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final String TASKS = ENGINE + "task";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final List<String> EVERYWHERE = List.of(
            "/api/v1/orders",
            "/v3/api-docs",
            "/orders/70058590568114",
            "/camunda/app/tasklist/default/",
            TASKS + "?maxResults=1");
    private static final String NEW_ADMIN =
            "{\"profile\":{\"id\":\"intruder\",\"firstName\":\"I\",\"lastName\":\"N\"},\"credentials\":{\"password\":\"p\"}}";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identities;

    private final String name = "tester" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void aMemberOfStaff() {
        User user = identities.newUser(name);
        user.setPassword("right-one");
        identities.saveUser(user);
        if (identities.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            identities.saveGroup(identities.newGroup(Groups.CAMUNDA_ADMIN));
        }
        identities.createMembership(name, Groups.CAMUNDA_ADMIN);
    }

    @AfterEach
    void leaves() {
        identities.deleteUser(name);
        identities.deleteUser("intruder");
    }

    private Browser loggedIn() {
        return loggedIn("right-one");
    }

    private Browser loggedIn(String password) {
        return new Browser(port).login(name, password);
    }

    @Test
    void staffLogInAndAreKnownToTheWebApplications() {
        Browser browser = new Browser(port);
        Caller.Answer answer = browser.submitLogin(name, "right-one");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/camunda/app/tasklist/default/");
        assertThat(browser.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        assertThat(browser.get(TASKS + "?maxResults=10").status()).isEqualTo(200);
        assertThat(browser.get("/orders/70058590568114").status()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordLeadsBackAndAForgedFormIsRefused() {
        Browser browser = new Browser(port);
        assertThat(browser.submitLogin(name, "wrong").header("Location")).endsWith("/login?error");
        assertThat(browser.post(
                                "/login",
                                "username=" + name + "&password=right-one",
                                "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(403);
        assertThat(browser.get(TASKS).status()).isEqualTo(401);
    }

    @Test
    void theSessionReadsTheInterfaceAndWritesNothing() {
        Browser browser = loggedIn();
        assertThat(browser.get("/api/v1/test/notes").status()).isEqualTo(200);
        assertThat(browser.key("k").json("POST", "/api/v1/test/notes", "{}").code())
                .isEqualTo("401 unauthorized");
        assertThat(browser.get("/v3/api-docs").status()).isEqualTo(200);
        assertThat(browser.get("/swagger-ui/index.html").status()).isEqualTo(200);
    }

    @Test
    void anAccountComesToTheOrderPagesAndNotToTheWebApplications() {
        Browser browser = new Browser(port).login("buyer-acme", "sandbox");
        assertThat(browser.get(TASKS).status()).isEqualTo(403);
        assertThat(browser.get("/camunda/app/tasklist/default/").status()).isEqualTo(403);
        assertThat(browser.get("/orders/70058590568114").status()).isNotIn(302, 401, 403);
    }

    @Test
    void aPersonWhoGoesToWhereNothingIsSeesAPageThatSaysSo() {
        Browser person = new Browser(port).login("buyer-acme", "sandbox").speaking("zh-CN");
        for (String nothing : List.of("/orders/none", "/orders/123", "/orders/assets/none.js", "/nowhere")) {
            Caller.Answer page = person.with("Accept", "text/html").get(nothing);
            assertThat(page.status()).as(nothing).isEqualTo(404);
            assertThat(page.header("Content-Type")).as(nothing).startsWith("text/html");
            assertThat(page.body()).as(nothing).contains("<h1>未找到</h1>");
        }
        assertThat(person.with("Accept", "application/json").get("/orders/123").code())
                .isEqualTo("404 not-found");
    }

    @Test
    void basicDoesNotOpenTheWebApplications() {
        assertThat(Caller.as(port, name, "right-one").get(TASKS).status()).isEqualTo(401);
    }

    /** Where the web applications would take their first administrator while there is none. */
    @Test
    void nobodySetsUpAnAdministrator() {
        String path = "/camunda/api/admin/setup/default/user/create";
        Browser staff = loggedIn();
        staff.get("/camunda/app/tasklist/default/");
        assertThat(Caller.anonymous(port).post(path, NEW_ADMIN).code()).isEqualTo("401 unauthorized");
        assertThat(staff.json("POST", path, NEW_ADMIN).code()).isEqualTo("403 forbidden");
        assertThat(identities.createUserQuery().userId("intruder").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"dueBeforeExpression\":\"plain text\"}", "{\"orQueries\":[{\"assigneeExpression\":\"mei\"}]}"
            })
    void noExpressionReachesTheEngine(String body) {
        Browser staff = loggedIn();
        staff.get("/camunda/app/tasklist/default/");
        assertThat(staff.json("POST", TASKS + "?maxResults=10", body).code()).isEqualTo("400 malformed-request");
        assertThat(staff.json("POST", TASKS + "?maxResults=10", "{}").status()).isEqualTo(200);
        assertThat(staff.get(TASKS + "?dueBeforeExpression=now").code()).isEqualTo("400 malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "/camunda/api/engine/engine/default/task/1/bpmnError",
                "/camunda/api/engine/engine/default/task/1/bpmnEscalation",
                "/camunda/api/engine/engine/default/external-task/1/bpmnError",
                "/camunda/api/engine/engine/default/deployment/create",
            })
    void theseAreClosedToEverybody(String path) {
        Browser staff = loggedIn();
        staff.get("/camunda/app/tasklist/default/");
        assertThat(staff.json("POST", path, "{}").code()).isEqualTo("403 forbidden");
        assertThat(Caller.anonymous(port).post(path, "{}").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "process-definition",
                "decision-definition",
                "decision-requirements-definition",
                "case-definition"
            })
    void cockpitGetsTheVersionsOfADefinitionThoughItNamesNoBound(String definitions) {
        Browser staff = loggedIn();
        String versions = ENGINE + definitions + "?key=trade-order&sortBy=version&sortOrder=desc";
        assertThat(staff.get(versions).status()).isEqualTo(200);
        assertThat(staff.get(ENGINE + definitions).status()).isEqualTo(200);
        assertThat(staff.get(versions + "&maxResults=2001").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"task", "process-instance", "history/task", "history/process-instance", "job", "incident"})
    void whatGrowsWithTheBusinessIsNeverListedWithoutABound(String list) {
        Browser staff = loggedIn();
        assertThat(staff.get(ENGINE + list).status()).isEqualTo(400);
        assertThat(staff.get(ENGINE + list + "?maxResults=10").status()).isEqualTo(200);
    }

    @Test
    void aPasswordTooShortIsNone() {
        User user = identities.createUserQuery().userId(name).singleResult();
        user.setPassword("abc");
        assertThatThrownBy(() -> identities.saveUser(user)).hasMessageContaining("olicy");
    }

    @Test
    void theSessionOfADeletedMemberIsOver() {
        Browser member = loggedIn();
        everythingIsOpen(member);
        identities.deleteUser(name);
        isSoonLoggedOut(member);
    }

    @Test
    void theSessionOfAMemberOfNoGroupIsOver() {
        Browser member = loggedIn();
        everythingIsOpen(member);
        identities.deleteMembership(name, Groups.CAMUNDA_ADMIN);
        isSoonLoggedOut(member);
        assertThat(new Browser(port).submitLogin(name, "right-one").header("Location"))
                .endsWith("/login?error");
    }

    @Test
    void whoIsInOtherGroupsGoesOnWithThose() {
        Browser member = loggedIn();
        assertThat(member.get(ENGINE + "job?maxResults=1").status()).isEqualTo(200);
        assertThat(member.get("/camunda/app/cockpit/default/").status()).isEqualTo(200);
        identities.createMembership(name, "buyer-desk");
        identities.deleteMembership(name, Groups.CAMUNDA_ADMIN);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> member.get(ENGINE + "job?maxResults=1").status() == 403);
        assertThat(member.get(TASKS + "?maxResults=1").status()).isEqualTo(200);
        assertThat(member.get("/camunda/app/cockpit/default/").status())
                .as("what Camunda itself has kept of the groups")
                .isEqualTo(403);
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndNotTheOneThatSetsIt() {
        Browser here = loggedIn();
        Browser elsewhere = loggedIn();
        everythingIsOpen(here);
        everythingIsOpen(elsewhere);
        assertThat(here.json(
                                "PUT",
                                ENGINE + "user/" + name + "/credentials",
                                "{\"password\":\"a newer one\",\"authenticatedUserPassword\":\"right-one\"}")
                        .status())
                .isEqualTo(204);
        isSoonLoggedOut(elsewhere);
        everythingIsOpen(here);
        loggedIn("a newer one");
    }

    private static void everythingIsOpen(Browser member) {
        for (String path : EVERYWHERE) {
            assertThat(member.get(path).status()).as(path).isEqualTo(200);
        }
    }

    private static void isSoonLoggedOut(Browser member) {
        for (String path : EVERYWHERE) {
            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(member.get(path).status()).as(path).isEqualTo(401));
        }
    }

    @Test
    void tasklistsOwnMenuLogsOutForGood() {
        Browser staff = loggedIn();
        staff.get("/camunda/app/tasklist/default/");
        assertThat(staff.json("POST", "/camunda/api/admin/auth/user/default/logout", "")
                        .status())
                .isEqualTo(204);
        assertThat(staff.get(TASKS).status()).isEqualTo(401);
    }

    @Test
    void aForgedLogoutLogsNobodyOut() {
        Browser staff = loggedIn();
        staff.get("/camunda/app/tasklist/default/");
        assertThat(staff.without("X-XSRF-TOKEN")
                        .json("POST", "/camunda/api/admin/auth/user/default/logout", "")
                        .status())
                .isEqualTo(403);
    }
}
