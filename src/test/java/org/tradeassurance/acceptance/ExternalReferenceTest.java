package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tradeassurance.acceptance.Api.Answer;

/** What a caller calls an order: one order of an account under one reference. */
class ExternalReferenceTest extends AcceptanceTest {

    @Test
    @DisplayName(
            "a reference is an account's: the second order under it is refused with the number of the first, another account may use it")
    void aReferenceNamesOneOrderOfAnAccount() {
        Draft first = Draft.of("S-1001", "acme@example.com").with("/externalReference", "PO-" + supplier);
        Answer refusedFirst =
                platform.post("/orders", first.with("/buyer/country", "KP").json());
        assertThat(refusedFirst.status())
                .as("stores nothing, the reference stays free")
                .isEqualTo(422);
        Answer opened = platform.post("/orders", first.json());
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("/externalReference")).isEqualTo("PO-" + supplier);
        Answer second =
                platform.post("/orders", first.with("/remark", "another").json());
        refused(second, 409, "reference-exists");
        assertThat(second.text("/orderNo")).isEqualTo(opened.text("/orderNo"));
        assertThat(as("supplier-S-1001").post("/orders", first.json()).status()).isEqualTo(201);
        Map<String, String> key = Map.of("Idempotency-Key", "ref-" + supplier);
        Draft replayed = first.with("/externalReference", "PO-again-" + supplier);
        Answer once = platform.post("/orders", replayed.json(), key);
        Answer again = platform.post("/orders", replayed.json(), key);
        assertThat(again.body()).isEqualTo(once.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    }

    @Test
    @DisplayName("of many at once under one reference one opens the order, the others are told its number")
    void manyAtOnceUnderOneReference() throws Exception {
        String body = Draft.of(supplier, buyer)
                .with("/externalReference", "RACE-" + supplier)
                .json();
        Callable<Answer> post = () -> platform.post("/orders", body);
        var pool = Executors.newFixedThreadPool(4);
        List<Answer> answers = new ArrayList<>();
        for (var answer : pool.invokeAll(List.of(post, post, post, post))) {
            answers.add(answer.get());
        }
        pool.shutdown();
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(answers)
                .extracting(answer -> answer.text("/orderNo"))
                .containsOnly(answers.get(0).text("/orderNo"));
    }

    @DisplayName("a reference has 1 to 64 characters, all of which show")
    @ParameterizedTest(name = "{index}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''|400",
                "' '|400",
                "a\\nb|400",
                "a\\u0000b|400",
                "a\\u200bb|400",
                "65|400",
                "64|201",
                "合同 7号 – é|201"
            })
    void whatAReferenceMayBe(String reference, int status) {
        String text = reference.matches("\\d+") ? "字".repeat(Integer.parseInt(reference)) : reference;
        String body = draft().with("/externalReference", "?").json().replace("\"?\"", "\"" + text + "\"");
        Answer answer = platform.post("/orders", body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        if (status == 400) {
            assertThat(answer.code()).isEqualTo("invalid-field");
            assertThat(answer.text("/errors/0/field")).isEqualTo("externalReference");
        } else {
            assertThat(answer.text("/externalReference")).isEqualTo(text);
        }
    }
}
