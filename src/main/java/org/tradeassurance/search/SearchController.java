package org.tradeassurance.search;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Refusal;

/** One question for everything that the login may see. */
@RestController
class SearchController {

    private static final int LONGEST = 200;

    /** Neither seen nor stored: control characters and halves of characters. */
    private static final Pattern NOT_WRITTEN = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    @GetMapping("/api/v1/search")
    Found find(
            @Parameter(schema = @Schema(minLength = 1, maxLength = LONGEST), required = true)
                    @RequestParam(required = false)
                    @Nullable
                    String q) {
        if (q == null || q.isEmpty()) {
            throw Refusal.invalidField("q", "field.required");
        }
        if (q.codePointCount(0, q.length()) > LONGEST) {
            throw Refusal.invalidField("q", "field.too-long", LONGEST);
        }
        return search.find(NOT_WRITTEN.matcher(q).replaceAll(""));
    }
}
