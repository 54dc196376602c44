package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.tasklist.DeskFile;
import org.tradeassurance.web.Caller;

/** What analysts change in files of {@code processes} and {@code forms}, deployed, played, and put back. */
abstract class ModelChange extends AcceptanceTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    BeanFactory beans;

    Redeployment models;

    @BeforeEach
    void asTheyAre() {
        models = new Redeployment(repository);
    }

    @AfterEach
    void asTheyWere() {
        clock.set(instant("2015-11-01T09:00:00"));
        models.close();
        DeskFile.putBack(beans);
    }

    Caller.Answer submit(String no, String task, String desk, Map<String, String> fields) {
        DeskMember member = member(desk);
        Task open = task(no, task);
        assertThat(member.claim(open.getId()).status()).isEqualTo(204);
        Caller.Answer answer = member.submit(open.getId(), fields);
        clock.runDueJobs();
        return answer;
    }

    void done(String no, String task, String desk, Map<String, String> fields) {
        Caller.Answer answer = submit(no, task, desk, fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    List<String> actions(String no, String party) {
        return StreamSupport.stream(order(no).body().at("/actions/" + party).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    JsonNode told(String no, String action) {
        for (JsonNode line :
                platform.get("/orders/" + no + "/operations?limit=200").body().path("items")) {
            if (line.path("action").asText().equals(action)) {
                return line;
            }
        }
        throw new AssertionError(action + " is not told");
    }
}
