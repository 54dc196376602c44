package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.acceptance.AcceptanceTest;
import org.tradeassurance.web.Caller;
import org.tradeassurance.web.doors.Browser;

/** Tables of queues as members of staff read them; nothing of other tests waits there. */
abstract class TaskTableFixture extends AcceptanceTest {

    @Autowired
    private IdentityService identities;

    @BeforeEach
    void nothingElseWaits() {
        ok(platform.post("/sandbox/reset", "{\"now\": \"2015-11-01T01:00:00Z\", \"running\": false}"));
        supplier(supplier, "CN", "9000000.00", true);
        var user = identities.newUser("bo");
        user.setPassword("sandbox");
        user.setFirstName("Bo");
        user.setLastName("Lin");
        identities.saveUser(user);
        identities.createMembership("bo", "supplier-desk");
        identities.createMembership("bo", "assurance-desk");
    }

    @AfterEach
    void goes() {
        identities.deleteUser("bo");
    }

    Caller.Answer get(String user, String path) {
        return new Browser(port()).login(user, "sandbox").get("/api/v1/tasks" + path);
    }

    List<JsonNode> rows(String user, String query) {
        Caller.Answer answer = get(user, "?queue=" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<JsonNode> rows = new ArrayList<>();
        answer.json().path("items").forEach(rows::add);
        return rows;
    }

    List<String> orders(String user, String query) {
        return rows(user, query).stream()
                .map(row -> row.path("orderNo").asText())
                .toList();
    }

    List<String> queues(String user) {
        List<String> keys = new ArrayList<>();
        get(user, "/queues")
                .json()
                .path("items")
                .forEach(queue -> keys.add(queue.path("key").asText()));
        return keys;
    }

    JsonNode queue(String user, String key) {
        for (JsonNode queue : get(user, "/queues").json().path("items")) {
            if (queue.path("key").asText().equals(key)) {
                return queue;
            }
        }
        throw new AssertionError(key);
    }
}
