package org.tradeassurance.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tradeassurance.web.Caller;

/** A queue's table in its orders, page by page, and what is no question to it. */
class TaskPagesTest extends TaskTableFixture {

    @ParameterizedTest
    @CsvSource({"due", "-due", "amount", "-amount", "age", "-age", "order", "-order"})
    void aQueueIsSortedAndRead_pageByPage_asOne(String sort) {
        for (int i = 0; i < 7; i++) {
            at("2015-11-0" + (1 + i % 3) + "T09:0" + i + ":00");
            opened(draft().with("/submit", "false").amounts((i % 4) * 1000 + 2000 + ".00", "1000.00"));
        }
        List<JsonNode> whole = rows("supplier-desk", "drafts&limit=200&sort=" + sort);
        Comparator<JsonNode> by = switch (sort.replace("-", "")) {
            case "due" -> Comparator.comparing(row -> row.path("dueAt").asText());
            case "amount" -> Comparator.comparing(row -> row.path("amount").asText());
            case "age" ->
                Comparator.comparing((JsonNode row) -> row.path("createdAt").asText())
                        .reversed();
            default -> Comparator.comparing(row -> row.path("orderNo").asText());
        };
        assertThat(whole).hasSize(7).isSortedAccordingTo(sort.startsWith("-") ? by.reversed() : by);

        List<String> pages = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("supplier-desk", "?queue=drafts&limit=2&sort=" + sort + cursor)
                    .json();
            page.path("items").forEach(row -> pages.add(row.path("taskId").asText()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asText();
        } while (!cursor.isEmpty());
        assertThat(pages)
                .isEqualTo(
                        whole.stream().map(row -> row.path("taskId").asText()).toList());
    }

    @Test
    void aPageGoesOnBehindATaskThatIsDoneMeanwhile() {
        List<String> open = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            open.add(opened(draft().with("/submit", "false")));
        }
        JsonNode first =
                get("supplier-desk", "?queue=drafts&limit=2&sort=order").json();
        Collections.sort(open);
        tasks.setAssignee(first.at("/items/1/taskId").asText(), "supplier-desk");
        ok(act(open.get(1), "cancellations", "{\"party\": \"SUPPLIER\", \"reason\": \"Over\"}"));
        assertThat(orders(
                        "supplier-desk",
                        "drafts&limit=2&sort=order&cursor="
                                + first.path("nextCursor").asText()))
                .containsExactly(open.get(2), open.get(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?queue=",
                "?queue=unknown",
                "?queue=mine&queue=drafts",
                "?queue=mine&sort=name",
                "?queue=mine&sort=due,amount",
                "?queue=mine&sort=-",
                "?queue=mine&limit=0",
                "?queue=mine&limit=201",
                "?queue=mine&limit=many",
                "?queue=mine&cursor=x",
                "?queue=mine&unassigned=perhaps",
                "?queue=mine&colour=red"
            })
    void whatIsNoQuestionIsRefusedByName(String query) {
        Caller.Answer answer = get("supplier-desk", query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("invalid-field");
    }

    @Test
    void aCursorIsThatOfItsOrderAlone() {
        for (int i = 0; i < 3; i++) {
            opened(draft().with("/submit", "false"));
        }
        String cursor = get("supplier-desk", "?queue=drafts&limit=1&sort=due")
                .json()
                .path("nextCursor")
                .asText();
        assertThat(get("supplier-desk", "?queue=drafts&sort=due&cursor=" + cursor)
                        .status())
                .isEqualTo(200);
        for (String sort : List.of("-due", "amount", "age", "order")) {
            assertThat(get("supplier-desk", "?queue=drafts&sort=" + sort + "&cursor=" + cursor)
                            .status())
                    .as(sort)
                    .isEqualTo(400);
        }
        String noDate = org.tradeassurance.order.Page.of(
                        List.of("a", "b"),
                        new org.tradeassurance.order.PageRequest(1, null),
                        row -> "due 2015-13-45 25:00:00 x")
                .nextCursor();
        assertThat(get("supplier-desk", "?queue=drafts&sort=due&cursor=" + noDate)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void tooLongATextIsRefused() {
        assertThat(get("supplier-desk", "?queue=mine&q=" + "a".repeat(101)).status())
                .isEqualTo(400);
        assertThat(get("supplier-desk", "?queue=mine&holder=" + "a".repeat(65)).status())
                .isEqualTo(400);
    }
}
