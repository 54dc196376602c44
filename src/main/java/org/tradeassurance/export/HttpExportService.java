package org.tradeassurance.export;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.OrderNo;

/** The export service by HTTP. No answer, or one that says nothing, is a failure to be tried again; a refusal is an answer. */
class HttpExportService implements ExportService {

    private static final String KEY = "Idempotency-Key";

    private final RestClient http;

    HttpExportService(RestClient http) {
        this.http = http;
    }

    @Override
    public boolean accepts(OrderNo orderNo, List<Contract.Line> lines) {
        ProductCheck check = new ProductCheck(
                orderNo, lines.stream().map(HttpExportService::product).toList());
        Verdict verdict = post("/product-checks", orderNo.value(), check, Verdict.class);
        if (verdict.accepted() == null) {
            throw new RestClientException("The export service gave no verdict.");
        }
        return verdict.accepted();
    }

    @Override
    public String create(String key, OrderNo orderNo, Route route) {
        NewExportOrder request = new NewExportOrder(orderNo, route.port(), route.destination());
        String number =
                post("/export-orders", key, request, CreatedExportOrder.class).exportOrderNo();
        if (number == null || !ExportOrder.isNumber(number)) {
            throw new RestClientException("The export service gave no number for the export order.");
        }
        return number;
    }

    private <T> T post(String path, String key, Object request, Class<T> answer) {
        T body;
        try {
            body = http.post()
                    .uri(path)
                    .header(KEY, key)
                    .contentType(MediaType.APPLICATION_JSON)
                    .accept(MediaType.APPLICATION_JSON)
                    .body(request)
                    .retrieve()
                    .body(answer);
        } catch (RestClientException e) {
            throw new RestClientException(failure(e), e);
        }
        if (body == null) {
            throw new RestClientException("The export service answered without a body.");
        }
        return body;
    }

    /** What an analyst reads in the incident. */
    private static String failure(RestClientException e) {
        if (e instanceof RestClientResponseException answered) {
            return "The export service answered with error %d."
                    .formatted(answered.getStatusCode().value());
        }
        return e instanceof ResourceAccessException
                ? "The export service cannot be reached or did not answer in time."
                : "The export service gave an answer that cannot be read.";
    }

    private static Product product(Contract.Line line) {
        return new Product(line.productId(), line.product(), line.category(), line.quantity(), line.unit());
    }

    private record ProductCheck(OrderNo orderNo, List<Product> products) {}

    private record Product(
            @Nullable String productId,
            @Nullable String product,
            @Nullable String category,
            @Nullable String quantity,
            @Nullable String unit) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Verdict(@Nullable Boolean accepted) {}

    private record NewExportOrder(
            OrderNo orderNo,
            @Nullable String port,
            @Nullable String destination) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record CreatedExportOrder(@Nullable String exportOrderNo) {}
}
