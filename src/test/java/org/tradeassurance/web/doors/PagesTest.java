package org.tradeassurance.web.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.mustache.MustacheResourceTemplateLoader;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.tradeassurance.order.Problem;
import org.tradeassurance.web.PageTemplates;

/** The pages of our own, as a browser gets them. */
class PagesTest {

    private final ResourceBundleMessageSource messages = messages();
    private final PageTemplates templates = new PageTemplates(
            Mustache.compiler().withLoader(new MustacheResourceTemplateLoader("classpath:/pages/", ".html")), messages);
    private final Pages pages = new Pages(templates);

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @ParameterizedTest
    @CsvSource({
        "'', en, Log in, false, false",
        "error, en, Name or password is wrong., true, false",
        "logout, en, You are logged out., false, true",
        "error, zh, 用户名或密码错误。, true, false",
    })
    void theLoginSaysWhatHappened(String parameter, String language, String said, boolean failed, boolean goodbye)
            throws IOException {
        MockHttpServletRequest request = request(language);
        request.setParameter(parameter, "");
        assertThat(login(request))
                .contains(said)
                .satisfies(page -> assertThat(page.contains("role=\"alert\"")).isEqualTo(failed))
                .satisfies(page -> assertThat(page.contains("role=\"status\"")).isEqualTo(goodbye));
    }

    @Test
    void whatIsFilledInIsEscaped() throws IOException {
        assertThat(login(request("en"))).contains("name=\"_csrf\" value=\"a&quot;&lt;b\"");
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemHasAPageInBothLanguages(Problem problem) throws IOException {
        for (String language : new String[] {"en", "zh"}) {
            MockHttpServletResponse answer = new MockHttpServletResponse();
            pages.problem(request(language), answer, problem);
            assertThat(answer.getStatus()).isEqualTo(problem.status());
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                    .contains("<html lang=\"" + language)
                    .contains(title(problem, language))
                    .doesNotContain("{{");
        }
    }

    @Test
    void aNameThatNobodyGivesIsAFailureAndNotABlank() {
        Map<String, Object> facts = Map.of("style", "");
        assertThatThrownBy(() -> templates.fill("closed", Locale.ENGLISH, facts))
                .hasMessageContaining("code");
    }

    private String title(Problem problem, String language) {
        String title = messages.getMessage(
                "problem." + problem.code(), new Object[] {"", "", ""}, Locale.forLanguageTag(language));
        return "<h1>" + title.replace("'", "&#39;") + "</h1>";
    }

    private String login(MockHttpServletRequest request) throws IOException {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        pages.login(request, answer, new DefaultCsrfToken("X-XSRF-TOKEN", "_csrf", "a\"<b"));
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequest request(String language) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", language);
        request.addPreferredLocale(Locale.forLanguageTag(language));
        return request;
    }
}
