package org.tradeassurance.order;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading orders: one, many, their history. */
@RestController
@RequestMapping("/api/v1/orders")
class OrderController {

    private static final String NUMBER = "\\d{1,18}";
    private static final String VERSION = "\\d{1,9}";

    private final OrderViews views;
    private final OrderHistory history;
    private final OrderCounters counters;
    private final OrderExport export;
    private final Clock clock;

    OrderController(OrderViews views, OrderHistory history, OrderCounters counters, OrderExport export, Clock clock) {
        this.export = export;
        this.clock = clock;
        this.views = views;
        this.history = history;
        this.counters = counters;
    }

    /** The tag serves If-Match only: state and money change under it, so no question is answered with 304. */
    @GetMapping("/{orderNo}")
    OrderView one(@PathVariable OrderNo orderNo, HttpServletResponse response) {
        OrderView view = views.get(orderNo);
        response.setHeader(HttpHeaders.ETAG, "\"" + view.contractVersion() + "\"");
        return view;
    }

    @GetMapping
    Page<OrderView> list(
            @ParameterObject OrderParameters parameters,
            @Parameter(description = "Descending with a minus; what has nothing due comes last")
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        OrderSort by = OrderSort.of(sort);
        return views.list(parameters.filter(), by, PageRequest.of(limit, cursor, by.cursorFormat()));
    }

    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = "string", format = "binary"))
            })
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @ParameterObject OrderParameters parameters,
            @RequestParam(required = false) @Nullable String sort,
            @Parameter(schema = @Schema(allowableValues = {"csv", "xlsx"})) @RequestParam String format,
            Locale caller)
            throws IOException {
        Sheet.Format written = Arrays.stream(Sheet.Format.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(format))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidField("format", "field.one-of", "csv, xlsx"));
        Locale language = caller.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        Path file = export.write(parameters.filter(), OrderSort.of(sort), written, language);
        String name = "orders-" + BusinessTime.dateOf(clock.instant()) + "." + format;
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(written.mediaType))
                .contentLength(Files.size(file))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
    }

    @GetMapping("/counters")
    OrderCounters.Counters counters() {
        return counters.read();
    }

    @GetMapping("/{orderNo}/operations")
    Page<OrderHistory.Operation> operations(
            @PathVariable OrderNo orderNo,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return history.operations(orderNo, PageRequest.of(limit, cursor, NUMBER));
    }

    @GetMapping("/{orderNo}/contracts")
    Page<OrderHistory.Version> contracts(
            @PathVariable OrderNo orderNo,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return history.versions(orderNo, PageRequest.of(limit, cursor, VERSION));
    }

    @GetMapping("/{orderNo}/contracts/{version}")
    OrderHistory.Version contract(@PathVariable OrderNo orderNo, @PathVariable int version) {
        return history.version(orderNo, version);
    }
}
