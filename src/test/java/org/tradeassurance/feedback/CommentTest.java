package org.tradeassurance.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

class CommentTest {

    private static final OrderNo NO = new OrderNo("70000000000001");
    private static final int LONGEST = 1000;

    @Test
    @DisplayName("FBK-02, AC-FBK-1: 1,000 characters are published, 1,001 are not; an emoji is one character")
    void aCommentHasAThousandCharactersAtMost() {
        assertThat(Comment.of(NO, "好".repeat(1000), LONGEST).text()).hasSize(1000);
        assertThat(Comment.of(NO, "😀".repeat(1000), LONGEST).text()).isNotEmpty();
        assertThatThrownBy(() -> Comment.of(NO, "x".repeat(1001), LONGEST))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.problem()).isEqualTo(Problem.FEEDBACK_TOO_LONG));
    }

    @ParameterizedTest(name = "AC-FBK-2, FBK-03: ''{0}'' is refused as {1}")
    @CsvSource({
        "write to a@b.com please, EMAIL",
        "mail john.doe+x @ mail.example.co.uk, EMAIL",
        "ａ＠ｂ．com, EMAIL",
        "see http://x, URL",
        "see HTTPS://x.y/z, URL",
        "look at www.example, URL",
        "cheaper at alibaba.com, URL",
        "call +86 571 8888 8888, PHONE",
        "call (0571) 8888-8888, PHONE",
        "call 13912345678 now, PHONE",
        "tel. １３９１２３４５６７８, PHONE",
        "This is SHIT, PROFANITY",
        "这家是混蛋, PROFANITY"
    })
    void privateDataAndAbuseAreRefusedWithTheReason(String text, ForbiddenContent reason) {
        assertThatThrownBy(() -> Comment.of(NO, text, LONGEST)).isInstanceOfSatisfying(Refusal.class, refused -> {
            assertThat(refused.problem()).isEqualTo(Problem.FEEDBACK_FORBIDDEN_CONTENT);
            assertThat(refused.properties()).containsEntry("reason", reason.name());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Arrived 2015-11-27, all 500 sets as ordered.",
                "We paid 40,000.00 USD in total, 80.00 a set.",
                "Ordered on 2015-11-01 and shipped 2015-11-11: fine!",
                "Great shipment, Scunthorpe is happy. 质量很好，下次再买。"
            })
    void anHonestCommentIsPublished(String text) {
        assertThat(Comment.of(NO, text, LONGEST).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    void nothingIsNoComment(String text) {
        assertThatThrownBy(() -> Comment.of(NO, text, LONGEST))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.problem()).isEqualTo(Problem.INVALID_FIELD));
    }

    @Test
    @DisplayName("FBK-05: the public record shortens the name and masks buyer, price and quantity")
    void thePublicRecordMasks() {
        TradeRecord shown = TradeRecord.of("Desk light, dimmable", java.time.LocalDate.parse("2015-11-01"), null);

        assertThat(shown.product()).isEqualTo("Desk light, ...");
        assertThat(shown.buyer()).isEqualTo("*****");
        assertThat(shown.unitPrice()).isEqualTo("***.***");
        assertThat(shown.quantity()).isEqualTo("**");
    }
}
