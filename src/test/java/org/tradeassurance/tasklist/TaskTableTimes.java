package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiConsumer;
import org.tradeassurance.web.Caller;
import org.tradeassurance.web.doors.Browser;

/** How long the table of each queue takes, in each order, to the third page, and what its filter finds. */
record TaskTableTimes(Browser session, BiConsumer<String, Double> keep) {

    static void of(int port, String when, String user, BiConsumer<String, Double> keep) {
        TaskTableTimes times = new TaskTableTimes(new Browser(port).login(user, "sandbox"), keep);
        for (int round = 0; round < 3; round++) {
            times.round(round == 0 ? "table warming up" : when + " table of " + user);
        }
    }

    private void round(String what) {
        Caller.Answer queues = timed("/queues", what + ": queues and counts");
        timed("/team", what + ": team");
        for (JsonNode queue : queues.json().path("items")) {
            String asked = "?queue=" + queue.path("key").asText();
            for (String sort : List.of("due", "-amount", "age", "-age", "order")) {
                pages(asked + "&limit=50&sort=" + sort, what + ": " + sort);
            }
            timed(asked + "&q=900000", what + ": filter");
        }
    }

    private void pages(String asked, String what) {
        String cursor = "";
        for (int page = 0; page < 3 && cursor != null; page++) {
            JsonNode next = timed(asked + cursor, what).json().path("nextCursor");
            cursor = next.isTextual() ? "&cursor=" + next.asText() : null;
        }
    }

    private Caller.Answer timed(String query, String what) {
        long start = System.nanoTime();
        Caller.Answer answer = session.get("/api/v1/tasks" + query);
        keep.accept(what, (System.nanoTime() - start) / 1e6);
        assertThat(answer.status()).as(query + answer.body()).isEqualTo(200);
        return answer;
    }
}
