package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tradeassurance.acceptance.Api.Answer;

/** What stands behind the question mark: a misspelt filter must not answer everything. */
class AddressParametersTest extends AcceptanceTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping calls;

    @Test
    @DisplayName("every call that reads refuses a parameter that it does not know, by its name")
    void noCallTakesAnUnknownParameter() {
        Set<String> paths = reads();
        assertThat(paths).contains("/orders", "/public/trade-records", "/sandbox/clock");
        for (String path : paths) {
            Answer answer = platform.get(path + "?productId=P-1&supplier=S-9999");
            if (platform.get(path).status() == 403) {
                continue; // The platform's account may never call it: that comes first.
            }
            assertThat(answer.code()).as(path).isEqualTo("invalid-field");
            assertThat(answer.text("/errors/0/field")).as(path).isIn("supplier", "productId");
        }
    }

    private Set<String> reads() {
        Set<String> paths = new TreeSet<>();
        for (RequestMappingInfo call : calls.getHandlerMethods().keySet()) {
            boolean reads =
                    call.getMethodsCondition().getMethods().stream().anyMatch(method -> method == RequestMethod.GET);
            for (String pattern : call.getPatternValues()) {
                if (reads && pattern.startsWith("/api/v1/")) {
                    paths.add(pattern.substring("/api/v1".length()).replaceAll("\\{[^}]*}", "1"));
                }
            }
        }
        return paths;
    }

    @ParameterizedTest
    @CsvSource({
        "limit=1&limit=2, limit",
        "supplierId=S-1001&supplierId=S-1002, supplierId",
        "Limit=1, Limit",
        "limit%20=1, 'limit '",
        "q=a&page=2, page",
    })
    @DisplayName("a parameter that counts once is refused twice, and names are taken to the letter")
    void parametersAreTakenToTheLetter(String query, String field) {
        Answer answer = platform.get("/orders?" + query);
        assertThat(answer.status() + " " + answer.code()).isEqualTo("400 invalid-field");
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    @DisplayName("what changes something refuses them too, and changes nothing")
    void commandsTakeNone() {
        String no = opened(draft());
        Answer answer = platform.post("/orders/" + no + "/cancellations?party=BUYER", "{\"reason\":\"x\"}");
        assertThat(answer.code()).isEqualTo("invalid-field");
        assertThat(platform.get("/orders/" + no).text("/status")).isEqualTo("AWAITING_BUYER_CONFIRM");
    }
}
