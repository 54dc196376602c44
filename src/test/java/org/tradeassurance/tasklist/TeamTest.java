package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.acceptance.AcceptanceTest;
import org.tradeassurance.acceptance.DeskMember;
import org.tradeassurance.web.Caller;
import org.tradeassurance.web.doors.Browser;

/** The people of a desk: who holds what, who is away, and two who reach for the same. */
class TeamTest extends AcceptanceTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    private IdentityService identities;

    @BeforeEach
    void people() {
        person("mei", "Mei", "supplier-desk");
        person("lan", "Lan", "supplier-desk");
        person("hua", "Hua", "supplier-desk", "supplier-desk-lead");
        person("qi", "Qi", "assurance-desk", "assurance-desk-lead");
    }

    @AfterEach
    void leave() {
        List.of("mei", "lan", "hua", "qi").forEach(identities::deleteUser);
        jdbc.sql("delete from absence").update();
    }

    private void person(String login, String name, String... groups) {
        var user = identities.newUser(login);
        user.setPassword("sandbox");
        user.setFirstName(name);
        user.setLastName("Wang");
        identities.saveUser(user);
        List.of(groups).forEach(group -> identities.createMembership(login, group));
    }

    private Task supplierTask() {
        return task(opened(draft().with("/origin", "BUYER_ORDER")), "userTask_confirmContractAsSupplier");
    }

    /** A page of ours, whose form carries the token. */
    private Browser atThePage(String login) {
        Browser browser = new Browser(port()).login(login, "sandbox");
        Matcher token = TOKEN.matcher(browser.get("/tasks").body());
        assertThat(token.find()).isTrue();
        return browser.with("X-CSRF-TOKEN", token.group(1));
    }

    private static Caller.Answer away(Browser browser, String login, String from, String until, String deputy) {
        return browser.json("POST", "/tasks/absences", """
                {"login": "%s", "from": "%s", "until": "%s", "deputy": "%s"}
                """.formatted(login, from, until, deputy));
    }

    private JsonNode desk(String login) {
        JsonNode items = new Browser(port())
                .login(login, "sandbox")
                .get("/api/v1/tasks/team")
                .json()
                .path("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static Map<String, JsonNode> members(JsonNode desk) {
        Map<String, JsonNode> members = new TreeMap<>();
        desk.path("members").forEach(member -> members.put(member.path("login").asText(), member));
        return members;
    }

    private static JsonNode colleague(JsonNode desk, String login) {
        return Objects.requireNonNull(members(desk).get(login));
    }

    @Test
    void aDeskKnowsItsMembersByNameAndWhatEachHolds() {
        int free = desk("mei").path("unassigned").asInt();
        Task task = supplierTask();
        supplierTask();
        assertThat(member("mei").claim(task.getId()).status()).isEqualTo(204);
        until("2015-11-05T09:00:00");
        JsonNode desk = desk("lan");
        assertThat(desk.path("desk").asText()).isEqualTo("supplier-desk");
        assertThat(desk.path("leads").asBoolean()).isFalse();
        assertThat(desk.path("unassigned").asInt()).isEqualTo(free + 1);
        JsonNode mei = colleague(desk, "mei");
        assertThat(mei.path("name").asText()).isEqualTo("Mei Wang");
        assertThat(mei.path("open").asInt()).isEqualTo(1);
        assertThat(mei.path("overdue").asInt()).isEqualTo(1);
        assertThat(mei.path("oldestAt").asText())
                .isEqualTo(task.getCreateTime().toInstant().toString());
        assertThat(members(desk)).containsKeys("lan", "hua").doesNotContainKey("qi");
        assertThat(desk("hua").path("leads").asBoolean()).isTrue();
    }

    @Test
    void whoHasLeftTheDeskIsStillSeenWithWhatTheyHold() {
        Task task = supplierTask();
        member("lan").claim(task.getId());
        identities.deleteMembership("lan", "supplier-desk");
        JsonNode lan = colleague(desk("hua"), "lan");
        assertThat(lan.path("member").asBoolean()).isFalse();
        assertThat(lan.path("open").asInt()).isEqualTo(1);
        assertThat(member("hua").assign(task.getId(), "mei").status()).isEqualTo(204);
    }

    @Test
    void whoIsAwayIsHandedNothing_theDeputyIs() {
        Task task = supplierTask();
        assertThat(away(atThePage("mei"), "mei", "2015-11-01", "2015-11-03", "lan")
                        .status())
                .isEqualTo(204);
        assertThat(colleague(desk("lan"), "mei").at("/absence/deputy/name").asText())
                .isEqualTo("Lan Wang");
        DeskMember hua = member("hua").speaking("en");
        Caller.Answer refused = hua.assign(task.getId(), "mei");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("message").asText())
                .isEqualTo("Mei Wang is away until 2015-11-03. Hand it to Lan Wang, who stands in.");
        assertThat(hua.speaking("zh-CN")
                        .assign(task.getId(), "mei")
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("Mei Wang 在 2015-11-03 前不在，请转交给代理人 Lan Wang。");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .isNull();
        assertThat(member("mei").claim(task.getId()).status()).isEqualTo(204);
        assertThat(hua.assign(task.getId(), "lan").status()).isEqualTo(204);
        until("2015-11-04T00:00:00");
        assertThat(hua.assign(task.getId(), "mei").status()).isEqualTo(204);
    }

    @Test
    void oneselfAndTheLeadSayWhoIsAway_nobodyElse() {
        assertThat(away(atThePage("hua"), "mei", "2015-11-01", "2015-11-03", "lan")
                        .status())
                .isEqualTo(204);
        for (String other : List.of("lan", "qi", "process-analyst")) {
            Browser page = atThePage(other);
            assertThat(away(page, "mei", "2015-11-01", "2015-11-09", "hua").status())
                    .as(other)
                    .isEqualTo(403);
            assertThat(page.json("DELETE", "/tasks/absences/mei", null).status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(colleague(desk("lan"), "mei").at("/absence/until").asText()).isEqualTo("2015-11-03");
        assertThat(atThePage("mei").json("DELETE", "/tasks/absences/mei", null).status())
                .isEqualTo(204);
        assertThat(colleague(desk("lan"), "mei").path("absence").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "mei, 2015-11-03, 2015-11-02, lan",
        "mei, 2015-10-01, 2015-10-31, lan",
        "mei, 2015-11-01, 2035-11-02, lan",
        "mei, 2015-11-01, 2015-11-02, mei",
        "mei, 2015-11-01, 2015-11-02, qi",
        "mei, 2015-11-01, 2015-11-02, nobody-here",
        "mei, 2015-11-01, '', lan",
        "mei, 2015-13-01, 2015-11-02, lan",
        "'', 2015-11-01, 2015-11-02, lan"
    })
    void anAbsenceThatNobodyCanMeanIsRefused(String login, String from, String until, String deputy) {
        assertThat(away(atThePage("mei"), login, from, until, deputy).status()).isEqualTo(400);
        assertThat(jdbc.sql("select count(*) from absence").query(Integer.class).single())
                .isZero();
    }

    @Test
    void aDeputyWhoIsAwayTooIsNone() {
        assertThat(away(atThePage("lan"), "lan", "2015-11-01", "2015-11-09", "hua")
                        .status())
                .isEqualTo(204);
        assertThat(away(atThePage("mei"), "mei", "2015-11-01", "2015-11-03", "lan")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anotherSiteChangesNothing() {
        Task task = supplierTask();
        Browser withoutToken = new Browser(port()).login("mei", "sandbox");
        assertThat(away(withoutToken, "mei", "2015-11-01", "2015-11-03", "lan").status())
                .isEqualTo(403);
        assertThat(new Browser(port())
                        .login("mei", "sandbox")
                        .json(
                                "POST",
                                "/camunda/api/engine/engine/default/task/" + task.getId() + "/claim",
                                "{\"userId\": \"mei\"}")
                        .status())
                .isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .isNull();
        assertThat(withoutToken.get("/tasks").header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void twoWhoClaimTheSameFifty_eachGetsSome_andReadsWhoHasTheOthers() throws Exception {
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            wanted.add(task(opened(draft().with("/submit", "false")), "userTask_completeDraft")
                    .getId());
        }
        Map<String, DeskMember> members =
                Map.of("mei", member("mei").speaking("en"), "lan", member("lan").speaking("en"));
        Map<String, List<Caller.Answer>> answers = new TreeMap<>();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> runs = new ArrayList<>();
            members.forEach((name, member) -> {
                List<Caller.Answer> own = new ArrayList<>();
                answers.put(name, own);
                runs.add(() -> wanted.stream().allMatch(task -> own.add(member.claim(task))));
            });
            for (Future<Boolean> run : both.invokeAll(runs)) {
                assertThat(run.get()).isTrue();
            }
        } finally {
            both.shutdown();
        }
        for (int i = 0; i < wanted.size(); i++) {
            String holder =
                    tasks.createTaskQuery().taskId(wanted.get(i)).singleResult().getAssignee();
            String other = holder.equals("mei") ? "lan" : "mei";
            assertThat(Objects.requireNonNull(answers.get(holder)).get(i).status())
                    .isEqualTo(204);
            assertThat(Objects.requireNonNull(answers.get(other)).get(i).status())
                    .isEqualTo(422);
            assertThat(Objects.requireNonNull(answers.get(other))
                            .get(i)
                            .json()
                            .path("message")
                            .asText())
                    .isEqualTo((holder.equals("mei") ? "Mei" : "Lan") + " Wang has taken this task.");
        }
    }
}
