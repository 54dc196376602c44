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

    @ParameterizedTest(name = "FBK-03: ''{0}'' is no phone number")
    @CsvSource(delimiter = '|', textBlock = """
            Colour temperature 2700-3000 K
            1000-2000 hours
            Lot 20151120
            HS 9405.20.0000
            HS code 9405200000
            Order 70058590568114
            tracking 1Z999AA10123456784
            tracking no. 9400111899223100001
            Waybill 13912345678 was scanned
            DHL 4531234567
            container MSKU1234565
            B/L COSU6123456780
            EAN 6901234567892
            2015-11-27 to 2015-12-01
            27.11.2015
            20151127-20151201
            1200 x 600 x 750 mm
            1200*600*750
            220-240 V 50/60 Hz
            40,000.00 USD
            40 000 000
            1,000,000 pieces
            Model 4155552671
            Model LED-2015-3000-6500
            SKU 100-200-3000
            3000-6500 K, 80-100 lm
            ISO 9001:2015, EN 60598-1
            invoice 2015112700123
            5-10-15-20-25-30
            batch 2015 1120 0033
            1500000 cycles
            Room 1203, 500 sets, 20 cartons
            12345678901
            15-20 days 100-200 pcs
            UN 3481 3090 3091
            Phone cases, 10000000 pieces
            I called twice, 2015-11-27 and 2015-11-28
            批号 20151120
            运单号 13912345678
            色温 2700-3000K，寿命 10000-20000 小时
            """)
    void theNumbersOfATradeArePublished(String text) {
        assertThat(ForbiddenContent.in("Fine, " + text + ", thanks")).isEmpty();
        assertThat(ForbiddenContent.in(text)).isEmpty();
    }

    @ParameterizedTest(name = "AC-FBK-2, FBK-03: ''{0}'' is a phone number")
    @CsvSource(delimiter = '|', textBlock = """
            +86 571 8888 8888
            (0571) 8888-8888
            13912345678
            139 1234 5678
            139-1234-5678
            139.1234.5678
            +86.139.1234.5678
            0571-88888888
            010-62345678
            +44 20 7946 0958
            020 7946 0958
            07911 123456
            +1 415 555 2671
            (415) 555-2671
            415-555-2671
            415.555.2671
            +49 30 123456
            030 1234567
            +91 98765 43210
            98765 43210
            +55 11 98765-4321
            (11) 98765-4321
            0044 20 7946 0958
            008613912345678
            400-820-8820
            call me at 4155552671
            WeChat: 13912345678
            WhatsApp 5511987654321
            tel. 88888888
            Phone number is 8888 8888
            电话：88888888
            微信号 13912345678
            my order, ring 4155552671
            Order +86 571 8888 8888
            """)
    void phoneNumbersAreRefused(String text) {
        assertThat(ForbiddenContent.in("Fine; " + text + " for more")).contains(ForbiddenContent.PHONE);
        assertThat(ForbiddenContent.in(text)).contains(ForbiddenContent.PHONE);
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
