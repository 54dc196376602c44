package org.tradeassurance.process.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tradeassurance.money.Money;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;

/** An operator reads why a task was refused in one sentence of their language. */
class RefusalTest {

    private final StaticMessageSource messages = new StaticMessageSource();
    private final MockHttpServletRequest request =
            new MockHttpServletRequest("POST", "/camunda/api/engine/task/1/submit-form");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeEach
    void begin() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        messages.addMessage("problem.quota-exceeded.detail", Locale.ENGLISH, "Order {0}: only {1} is free.");
        messages.addMessage("problem.quota-exceeded.detail", Locale.CHINESE, "订单 {0}：可用额度仅 {1}。");
    }

    @AfterEach
    void end() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void theSentenceComesInChineseToAChineseBrowser() throws Exception {
        request.addPreferredLocale(Locale.SIMPLIFIED_CHINESE);
        answer();
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString()).contains("订单 70000000000001：可用额度仅 2,000.00 USD。");
    }

    @Test
    void andInEnglishToAnyOther() throws Exception {
        request.addPreferredLocale(Locale.GERMANY);
        answer();
        assertThat(response.getContentAsString())
                .isEqualTo("{\"type\":\"Refusal\",\"message\":\"Order 70000000000001: only 2,000.00 USD is free.\"}");
    }

    private void answer() throws Exception {
        new RefusalFilter(messages, new ObjectMapper()).doFilter(request, response, (asked, answer) -> {
            try {
                interceptor(new Refusal(Problem.QUOTA_EXCEEDED, new OrderNo("70000000000001"), Money.of("2000.00")))
                        .execute(context -> true);
            } catch (Refusal e) {
                ((jakarta.servlet.http.HttpServletResponse) answer).setStatus(500);
                answer.getWriter().write("{\"message\":\"ENGINE-03051 There was an exception\"}");
            }
        });
    }

    /** The engine as it wraps what a listener throws. */
    private static CommandInterceptor interceptor(Refusal refusal) {
        RefusalInterceptor interceptor = new RefusalInterceptor();
        interceptor.setNext(new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                throw new ProcessEngineException("ENGINE-03051", refusal);
            }
        });
        return interceptor;
    }
}
