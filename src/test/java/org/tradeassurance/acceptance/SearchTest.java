package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tradeassurance.acceptance.Api.Answer;

/** Looking for an order by what people type and paste (UI-04). */
class SearchTest extends AcceptanceTest {

    @Test
    @DisplayName("UI-04: full-width forms, composed characters, case and blanks make no difference, on either side")
    void spellingsOfTheSameAreFound() {
        String no = opened(draft().with("/lines/0/product", "Café ＬＥＤ 台灯"));
        String wide = no.chars()
                .collect(
                        StringBuilder::new,
                        (text, digit) -> text.append((char) (digit - '0' + '０')),
                        StringBuilder::append)
                .toString();
        List<String> spellings = List.of(
                no,
                " " + no + " ",
                no.substring(0, 7) + " " + no.substring(7),
                wide,
                "Cafe\u0301",
                "Café",
                "led",
                "ＬＥＤ台灯",
                "LED\u3000台灯",
                "台灯");
        for (String spelling : spellings) {
            assertThat(found(spelling)).as(spelling).contains(no);
        }
    }

    @Test
    @DisplayName("UI-04: signs that mean something to the database mean nothing here")
    void signsAreLiterals() {
        String no = opened(draft().with("/lines/0/product", "100%_\\ cotton"));
        String other = opened(draft().with("/lines/0/product", "100 cotton"));
        assertThat(found("100%_\\")).contains(no).doesNotContain(other);
    }

    private List<String> found(String text) {
        Answer answer = platform.get(
                "/orders?limit=200&supplierId=" + supplier + "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(200);
        List<String> numbers = new ArrayList<>();
        answer.body()
                .path("items")
                .forEach(order -> numbers.add(order.path("orderNo").asText()));
        return numbers;
    }
}
