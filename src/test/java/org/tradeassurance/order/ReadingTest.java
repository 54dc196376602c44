package org.tradeassurance.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tradeassurance.order.Account.Role;

/** What callers say: who they act for, which page they want, what can be read and stored; and how a refusal answers. */
@Tag("core")
class ReadingTest {

    private static final OrderNo NO = new OrderNo("70058590568114");

    @Test
    @DisplayName("A reason is free text of 1 to 2,000 characters, however many bytes they take, stripped of blanks")
    void aReason() {
        assertThat(Reason.of("  No money came ")).isEqualTo("No money came");
        assertThat(Reason.of("x".repeat(2000))).hasSize(2000);
        assertThat(Reason.of("𠮷".repeat(2000))).hasSize(4000);
        for (String text : new String[] {null, "", " \n", "x".repeat(2001), "a\0b", "\0"}) {
            refused("reason", () -> Reason.of(text));
        }
        refused("text", () -> Reason.of("text", null));
    }

    @ParameterizedTest(name = "limit {0}: {1}")
    @CsvSource(
            nullValues = "-",
            value = {"-, 50", "1, 1", "200, 200", "0, -", "201, -", "-1, -"})
    void aPageHasOneToTwoHundredItems(@Nullable Integer asked, @Nullable Integer given) {
        if (given == null) {
            refused("limit", () -> PageRequest.of(asked, null, "\\d+"));
        } else {
            assertThat(PageRequest.of(asked, " ", "\\d+")).isEqualTo(new PageRequest(given, null));
        }
    }

    @Test
    @DisplayName("A cursor leads behind the last item of its page; what no list has given out is refused")
    void aCursorLeadsOn() {
        PageRequest two = PageRequest.of(2, null, "\\d+");
        Page<Integer> page = Page.of(List.of(1, 2, 3), two, String::valueOf);
        assertThat(page.items()).containsExactly(1, 2);
        assertThat(PageRequest.of(2, page.nextCursor(), "\\d+").after()).isEqualTo("2");
        assertThat(Page.of(List.of(1, 2), two, String::valueOf)).isEqualTo(new Page<>(List.of(1, 2), null));
        for (String cursor : new String[] {"%", PageRequest.cursor("x")}) {
            refused("cursor", () -> PageRequest.of(2, cursor, "\\d+"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "中文", "\uD842\uDFB7", "a\uD842\uDFB7", "\uD842\uDFB7b\uD842\uDFB7"})
    void textCanBeStored(String text) {
        assertThat(Storable.isText(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0", "\uD842", "\uD842b", "\uDFB7", "\uDFB7\uD842", "\uD842\uD842\uDFB7"})
    @DisplayName("Neither a zero byte nor half a character can be stored")
    void textCannotBeStored(String text) {
        assertThat(Storable.isText(text)).isFalse();
    }

    @ParameterizedTest(name = "{0} can be stored: {1}")
    @CsvSource({
        "1, true",
        "-0.5, true",
        "1E+39, true",
        "1E+40, false",
        "1E-38, true",
        "1E-39, false",
        "1234567890123456789012345678901234567890, true",
        "12345678901234567890123456789012345678901, false",
        "123456789.0123456789012345678901234567890, false",
        "0E+40, true",
        "0E+41, false"
    })
    void aNumberHasAtMostFortyDigitsWrittenOut(BigDecimal number, boolean stored) {
        assertThat(Storable.isNumber(number)).isEqualTo(stored);
    }

    @ParameterizedTest(name = "\"{0}\" is searched as {1}")
    @CsvSource(
            nullValues = "-",
            value = {"-, -", "' ', -", "Desk light, Desklight", "Ｄｅｓｋ, Desk", "50%_\\, 50\\%\\_\\\\"})
    @DisplayName("UI-04")
    void aSearchComparesWhatIsMeant(@Nullable String text, @Nullable String pattern) {
        assertThat(LookupsTest.filter(null, null, null, null, text).pattern()).isEqualTo(pattern);
    }

    @ParameterizedTest(name = "{0} naming {1} acts as {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "SUPPLIER, -, SUPPLIER",
                "SUPPLIER, SUPPLIER, SUPPLIER",
                "SUPPLIER, BUYER, forbidden",
                "BUYER, -, BUYER",
                "BUYER, SUPPLIER, forbidden",
                "PLATFORM, BUYER, BUYER",
                "PLATFORM, SUPPLIER, SUPPLIER",
                "PLATFORM, -, invalid-field",
                "STAFF, -, invalid-field"
            })
    @DisplayName("An account of one party is that party; others name the party for which they act")
    void whoActs(Role role, @Nullable Party named, String acts) {
        assertThat(actsAs(account -> account.actingAs(named).name(), role)).isEqualTo(acts);
    }

    @ParameterizedTest(name = "only the supplier may act: {0} naming {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "SUPPLIER, -, yes", "BUYER, -, forbidden", "BUYER, SUPPLIER, forbidden",
                "PLATFORM, -, yes", "PLATFORM, SUPPLIER, yes", "PLATFORM, BUYER, forbidden"
            })
    void whereOnlyOneCanAct(Role role, @Nullable Party named, String may) {
        Function<Account, String> act = account -> {
            account.actOnlyAs(Party.SUPPLIER, PartyBody.partyOf(named == null ? null : new PartyBody(named)));
            return "yes";
        };
        assertThat(actsAs(act, role)).isEqualTo(may);
    }

    @Test
    @DisplayName("Who calls is who is logged in; nobody logged in is the system")
    void whoCalls() {
        assertThat(Account.current()).isEqualTo(Account.SYSTEM);
        Account bank = new Account("bank", Role.BANK, null, null);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(bank, null));
        try {
            assertThat(Account.current()).isEqualTo(bank);
            assertThat(bank.getName()).isEqualTo("bank");
            SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("somebody", null));
            assertThat(Account.current()).isEqualTo(Account.SYSTEM);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    @DisplayName("A refusal has a code, a sentence and what belongs to it; of an order that will not exist, no number")
    void aRefusalSaysWhy() {
        Refusal refusal = new Refusal(Problem.QUOTA_EXCEEDED, NO, "1.00")
                .with("free", "0.50")
                .field("deposit", "field.limit", 2);
        assertThat(refusal).hasMessage("quota-exceeded 70058590568114");
        assertThat(refusal.sentenceKey()).isEqualTo("problem.quota-exceeded.detail");
        assertThat(refusal.saying("quota.other").sentenceKey()).isEqualTo("quota.other");
        Refusal unborn = refusal.ofNewOrder();
        assertThat(unborn).hasMessage("quota-exceeded").hasCause(refusal);
        assertThat(unborn.problem()).isEqualTo(Problem.QUOTA_EXCEEDED);
        assertThat(unborn.orderNo()).isNull();
        assertThat(refusal.orderNo()).isEqualTo(NO);
        assertThat(unborn.arguments()).containsExactly("1.00");
        assertThat(unborn.properties()).containsEntry("free", "0.50");
        assertThat(unborn.fieldErrors()).containsExactly(new Refusal.FieldError("deposit", "field.limit", List.of(2)));
        assertThat(unborn.sentenceKey()).isEqualTo("quota.other");
        assertThat(Refusal.notFound().problem().code()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Who is asked to come again is told when, and nobody else")
    void whenToComeAgain(Problem problem) {
        int seconds = switch (problem) {
            case IDEMPOTENCY_KEY_IN_PROGRESS, CONCURRENT_CHANGE -> 1;
            case OUTCOME_UNKNOWN, TEMPORARILY_UNAVAILABLE, OVERLOADED -> 5;
            default -> 0;
        };
        assertThat(problem.retryAfter()).isEqualTo(seconds);
        assertThat(problem.saysWhenAgain()).isEqualTo(seconds > 0 || problem == Problem.TOO_MANY_REQUESTS);
        assertThat(problem.status()).isBetween(400, 503);
    }

    @ParameterizedTest(name = "{0} may answer {1} {2}: {3}")
    @CsvSource({
        "SHIP_DATE_PAST, PUT, /orders/{no}/contract, true",
        "SHIP_DATE_PAST, GET, /orders/{no}, false",
        "METHOD_NOT_ALLOWED, GET, /orders, false"
    })
    void aProblemAnswersItsCalls(Problem problem, String method, String path, boolean may) {
        assertThat(problem.mayAnswer(method, path)).isEqualTo(may);
    }

    private static String actsAs(Function<Account, String> act, Role role) {
        try {
            return act.apply(new Account("somebody", role, null, null));
        } catch (Refusal refusal) {
            return refusal.problem().code();
        }
    }

    private static void refused(String field, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.INVALID_FIELD);
            assertThat(refusal.fieldErrors())
                    .extracting(Refusal.FieldError::field)
                    .containsExactly(field);
        });
    }
}
